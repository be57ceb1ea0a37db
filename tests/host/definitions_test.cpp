// Property objects, and their definition on the data-blocks.
// SPDX-License-Identifier: MIT
#include "tests/host/host_test.hpp"

namespace afresh {
namespace {

using testing::IsEmpty;
using testing::StartsWith;

class Properties : public PlainHostTest {};

TEST_F(Properties, DescribeThemselves) {
  EXPECT_EQ(eval("[(p.kind, p.default, p.type) for p in (H.Int(), H.Int(3), H.Float(default=2), "
                 "H.Bool(True), H.String('a'))]"),
            "[('Int', 0, None), ('Int', 3, None), ('Float', 2.0, None), ('Bool', True, None), "
            "('String', 'a', None)]");
  EXPECT_EQ(eval("[(p.kind, p.default, p.type) for p in (H.Pointer(int), H.Collection(type=int))]"),
            "[('Pointer', None, <class 'int'>), ('Collection', None, <class 'int'>)]");
  EXPECT_EQ(eval("[H.Float().default, H.Bool().default, H.String().default]"), "[0.0, False, '']");
}

TEST_F(Properties, AreImmutable) {
  run("p = H.Int(1)");
  EXPECT_THAT(raised_error("p.default = 2"), StartsWith("AttributeError"));
  EXPECT_THAT(raised_error("del p.kind"),
              testing::AnyOf(StartsWith("AttributeError"), StartsWith("TypeError")));
  EXPECT_THAT(raised_error("p.other = 2"), StartsWith("AttributeError"));
  EXPECT_THAT(raised_error("type(p)()"), StartsWith("TypeError"));
}

TEST_F(Properties, RefuseADefaultOfAnotherKind) {
  EXPECT_EQ(raised_error("H.Int('1')"), "TypeError: Int(): expected an int, not 'str'");
  EXPECT_EQ(raised_error("H.Float('1')"), "TypeError: Float(): expected a float, not 'str'");
  EXPECT_EQ(raised_error("H.Bool(1)"), "TypeError: Bool(): expected a bool, not 'int'");
  EXPECT_EQ(raised_error("H.String(1)"), "TypeError: String(): expected a str, not 'int'");
  EXPECT_EQ(raised_error("H.Pointer(1)"), "TypeError: Pointer(): expected a class");
  EXPECT_THAT(raised_error("H.Pointer()"), StartsWith("TypeError"));
}

TEST_F(Properties, KeepNothingOfASubclassOfAnAtom) {
  run("class S(str): pass\nclass I(int): pass");
  EXPECT_EQ(eval("type(H.String(S('a'))  .default), type(H.Int(I(3)).default)"),
            "(<class 'str'>, <class 'int'>)");
}

TEST_F(Properties, AreCollectedWithACycleThroughTheirTarget) {
  run(R"(
class Item(H.PropertyGroup): pass
Item.me = H.Pointer(Item)
gone = weakref.ref(Item), weakref.ref(Item.me)
del Item
gc.collect()
)");
  EXPECT_EQ(eval("[r() for r in gone]"), "[None, None]");
}

TEST_F(Properties, AreDefinedOnDataBlocks) {
  run("H.define_property(H.Scene, 'n', H.Int(3)); H.define_property(H.Object, 'n', H.Bool())");
  EXPECT_EQ(eval("H.scene.n, H.object.n"), "(3, False)");
  EXPECT_EQ(registry("hostapi.properties").size(), 2u);
  EXPECT_THAT(registry("hostapi.properties")[0], StartsWith("Scene.n <hostapi.Property object"));
  run("H.remove_property(H.Scene, 'n')");
  EXPECT_THAT(raised_error("H.scene.n"), StartsWith("AttributeError"));
  EXPECT_EQ(eval("H.object.n"), "False");
  EXPECT_EQ(raised_error("H.remove_property(H.Scene, 'n')"), "KeyError: 'Scene.n'");
}

TEST_F(Properties, StrictRefusesATakenName) {
  run("H.define_property(H.Scene, 'n', H.Int(3))");
  EXPECT_EQ(raised_error("H.define_property(H.Scene, 'n', H.Int(4))"),
            "ValueError: define_property(Scene): the name 'n' is already defined");
  EXPECT_EQ(eval("H.scene.n"), "3");
}

TEST_F(Properties, LenientReplacesATakenName) {
  lenient();
  run("H.define_property(H.Scene, 'n', H.Int(3)); H.define_property(H.Scene, 'n', H.Int(4))");
  EXPECT_EQ(eval("H.scene.n"), "4");
  EXPECT_EQ(registry("hostapi.properties").size(), 1u);
}

TEST_F(Properties, RefuseATargetThatIsNotRegistered) {
  run("class Item(H.PropertyGroup): pass");
  EXPECT_EQ(raised_error("H.define_property(H.Scene, 'it', H.Pointer(Item))"),
            "TypeError: define_property(Scene): property 'it' points at 'Item', which is not a "
            "registered class");
  EXPECT_THAT(registry("hostapi.properties"), IsEmpty());
  EXPECT_THAT(ledger(), IsEmpty());
}

TEST_F(Properties, RefuseAnotherTypeOrNoProperty) {
  EXPECT_EQ(raised_error("H.define_property(int, 'n', H.Int())"),
            "TypeError: define_property(): expected Scene or Object, not int");
  EXPECT_EQ(raised_error("H.define_property(H.Scene, 'n', 3)"),
            "TypeError: define_property(Scene): 'n' is given a int, expected a Property");
  EXPECT_EQ(raised_error("H.remove_property(H.Operator, 'n')"),
            "TypeError: remove_property(): expected Scene or Object, not Operator");
}

}  // namespace
}  // namespace afresh
