// The user's values: how they are reached, what they outlive, and how they are saved.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "tests/host/host_test.hpp"

namespace afresh {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class Document : public PlainHostTest {
 protected:
  /// `scene.settings` with `count`, `name`, `deep.x` and `items`.
  void define_settings() {
    run(R"(
class Item(H.PropertyGroup):
    x: H.Int(7)
class Settings(H.PropertyGroup):
    count: H.Int(1)
    name: H.String('n')
    deep: H.Pointer(Item)
    items: H.Collection(Item)
H.register_class(Item); H.register_class(Settings)
H.define_property(H.Scene, 'settings', H.Pointer(Settings))
)");
  }
};

TEST_F(Document, GivesTheDefaultWhenUnset) {
  define_settings();
  EXPECT_EQ(eval("H.scene.settings.count, H.scene.settings.name, H.scene.settings.deep.x"),
            "(1, 'n', 7)");
  EXPECT_THAT(registry("hostapi.document"), IsEmpty());
}

TEST_F(Document, StoresValuesByPath) {
  define_settings();
  run("H.scene.settings.count = 3; H.scene.settings.deep.x = 4");
  EXPECT_EQ(eval("H.scene.settings.count, H.scene.settings.deep.x"), "(3, 4)");
  EXPECT_THAT(registry("hostapi.document"),
              ElementsAre("scene.settings.count 3 owner=", "scene.settings.deep.x 4 owner="));
}

TEST_F(Document, RefusesWhatIsNotDefined) {
  define_settings();
  EXPECT_THAT(raised_error("H.scene.other"), StartsWith("AttributeError"));
  EXPECT_EQ(raised_error("H.scene.other = 1"), "AttributeError: scene.other is not defined");
  EXPECT_EQ(raised_error("H.scene.settings.other = 1"),
            "AttributeError: scene.settings.other is not defined");
  EXPECT_EQ(raised_error("del H.scene.settings.count"),
            "AttributeError: scene.settings.count cannot be deleted");
  EXPECT_THAT(raised_error("H.object.settings"), StartsWith("AttributeError"));
}

TEST_F(Document, RefusesAValueOfAnotherKind) {
  define_settings();
  EXPECT_EQ(raised_error("H.scene.settings.count = 'a'"),
            "TypeError: scene.settings.count: expected an int, not 'str'");
  EXPECT_THAT(raised_error("H.scene.settings = 1"), HasSubstr("a group cannot be assigned"));
  EXPECT_THAT(raised_error("H.scene.settings.items = []"), HasSubstr("a group cannot be assigned"));
}

TEST_F(Document, KeepsAtomsOnly) {
  define_settings();
  run("class S(str): pass\nH.scene.settings.name = S('a')");
  EXPECT_EQ(eval("type(H.scene.settings.name)"), "<class 'str'>");
}

TEST_F(Document, ValuesOutliveTheirDefinition) {
  define_settings();
  run(R"(
H.scene.settings.count = 3
H.remove_property(H.Scene, 'settings')
H.unregister_class(Settings); H.unregister_class(Item)
)");
  EXPECT_THAT(raised_error("H.scene.settings"), StartsWith("AttributeError"));
  EXPECT_THAT(registry("hostapi.document"), ElementsAre("scene.settings.count 3 owner="));
  define_settings();
  EXPECT_EQ(eval("H.scene.settings.count"), "3");
}

TEST_F(Document, AnotherKindOfDefinitionSeesItsDefault) {
  run(R"(
H.define_property(H.Scene, 'v', H.Int(1)); H.scene.v = 3
H.remove_property(H.Scene, 'v'); H.define_property(H.Scene, 'v', H.Float(0.5))
)");
  EXPECT_EQ(eval("H.scene.v"), "0.5");
  run("H.remove_property(H.Scene, 'v'); H.define_property(H.Scene, 'v', H.Int(1))");
  EXPECT_EQ(eval("H.scene.v"), "3");
}

TEST_F(Document, CollectionsGrowAndClear) {
  define_settings();
  run("c = H.scene.settings.items; c.add().x = 5; c.add()");
  EXPECT_EQ(eval("len(c), [i.x for i in c], c[-1].x"), "(2, [5, 7], 7)");
  EXPECT_THAT(raised_error("c[2]"), StartsWith("IndexError"));
  EXPECT_THAT(registry("hostapi.document"),
              ElementsAre("scene.settings.items 2 owner=", "scene.settings.items[0].x 5 owner="));
  run("c.clear()");
  EXPECT_THAT(registry("hostapi.document"), ElementsAre("scene.settings.items 0 owner="));
}

TEST_F(Document, IsSetFromOutsideByPath) {
  define_settings();
  py::Ref three = py::own(PyLong_FromLong(3));
  host_->set_value("scene.settings.deep.x", three.get());
  EXPECT_EQ(eval("H.scene.settings.deep.x"), "3");
  EXPECT_THROW(host_->set_value("scene.settings.none.x", three.get()), py::PythonError);
  EXPECT_THROW(host_->set_value("scene.none", three.get()), py::PythonError);
  EXPECT_THROW(host_->set_value("scene", three.get()), py::PythonError);
  EXPECT_THROW(host_->set_value("world.x", three.get()), py::PythonError);
}

TEST_F(Document, ReadsBackWhatItSaved) {
  run(R"(
for name, p in (('i', H.Int()), ('f', H.Float()), ('b', H.Bool()), ('s', H.String()), ('na\tme', H.Int())):
    H.define_property(H.Scene, name, p)
H.scene.i = -3 * 10 ** 5000; H.scene.f = float('-inf'); H.scene.b = True
H.scene.s = 'tab\tline\nback\\slash é \udc80 𝄞'; setattr(H.scene, 'na\tme', 1)
values = H.scene.i, H.scene.f, H.scene.b, H.scene.s, getattr(H.scene, 'na\tme')
)");
  const std::string saved = host_->save_document();
  EXPECT_EQ(std::count(saved.begin(), saved.end(), '\n'), 5);
  run("H.scene.i = 0; H.scene.f = 0; H.scene.b = False; H.scene.s = ''");
  host_->load_document(saved);
  EXPECT_EQ(
      eval("values == (H.scene.i, H.scene.f, H.scene.b, H.scene.s, getattr(H.scene, 'na\tme'))"),
      "True");
  EXPECT_EQ(host_->save_document(), saved);
}

TEST_F(Document, LoadReplacesEverything) {
  run("H.define_property(H.Scene, 'i', H.Int(1)); H.scene.i = 3");
  host_->load_document("");
  EXPECT_EQ(eval("H.scene.i"), "1");
}

TEST_F(Document, LoadSaysWhichLineIsMalformed) {
  try {
    host_->load_document("Int\tscene.i\t0x3\nInt scene.j 4\n");
    FAIL() << "accepted";
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(),
                 "document, line 2: expected KIND, path and value, separated by tabs");
  }
  EXPECT_EQ(host_->save_document(), "");
}

TEST_F(Document, AViewStillHeldFindsTheValueOfLater) {
  define_settings();
  run("held = H.scene.settings; H.scene.settings.count = 5");
  EXPECT_EQ(eval("held.count"), "5");
}

}  // namespace
}  // namespace afresh
