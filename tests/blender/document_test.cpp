// The user's document is a .blend, and a snapshot shows what add-ons' properties hold in it.
// SPDX-License-Identifier: MIT
#include "tests/blender/blender_test.hpp"

namespace afresh {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsSupersetOf;

constexpr const char* kAddon = R"(
events = []
class DEMO_PG_item(bpy.types.PropertyGroup):
    size: bpy.props.FloatVectorProperty()
class DEMO_PG_a(bpy.types.PropertyGroup):
    x: bpy.props.IntProperty(default=1)
    items: bpy.props.CollectionProperty(type=DEMO_PG_item)
    target: bpy.props.PointerProperty(type=bpy.types.Object)
class DEMO_preferences(bpy.types.AddonPreferences):
    bl_idname = __name__
    y: bpy.props.IntProperty(default=1)
CLASSES = DEMO_PG_item, DEMO_PG_a, DEMO_preferences
@bpy.app.handlers.persistent
def saved(*args): events.append('save')
@bpy.app.handlers.persistent
def loaded(*args): events.append('load')
def forgotten(*args): events.append('not persistent')
def register():
    for cls in CLASSES: bpy.utils.register_class(cls)
    bpy.types.Scene.demo = bpy.props.PointerProperty(type=DEMO_PG_a)
    bpy.app.handlers.save_pre.append(saved)
    bpy.app.handlers.load_post.append(loaded)
    bpy.app.handlers.load_post.append(forgotten)
    bpy.app.timers.register(forgotten)
    bpy.msgbus.subscribe_rna(key=(bpy.types.Object, 'name'), owner=events, args=(),
                             notify=forgotten)
def unregister():
    bpy.app.handlers.save_pre.remove(saved)
    bpy.app.handlers.load_post.remove(loaded)
    del bpy.types.Scene.demo
    for cls in reversed(CLASSES): bpy.utils.unregister_class(cls)
)";

class BlenderDocument : public BlenderTest {};

TEST_F(BlenderDocument, ShowsTheUsersValues) {
  enable_addon("demo", kAddon);
  host().set_value("scene.demo.x", py::own(PyLong_FromLong(7)).get());
  host().set_value("preferences.demo.y", py::own(PyLong_FromLong(8)).get());
  run("bpy.context.scene.demo.items.add().size = (1, 2, 3)\n"
      "bpy.context.scene.demo.target = bpy.data.objects[0]\n"
      "bpy.data.objects[0]['note'] = 'hello'");
  EXPECT_THAT(registry("bpy.document"),
              IsSupersetOf({"bpy.data.scenes['Scene'].demo.x 7 owner=",
                            "bpy.data.scenes['Scene'].demo.items 1 owner=",
                            "bpy.data.scenes['Scene'].demo.items[0].size '[1.0, 2.0, 3.0]' owner=",
                            "bpy.data.scenes['Scene'].demo.target 'Camera' owner=",
                            "bpy.data.objects['Camera'].note 'hello' owner=",
                            "preferences.demo.y 8 owner="}));
  run("del bpy.data.objects['Camera']['note']");
}

TEST_F(BlenderDocument, ComesBackFromItsBytes) {
  enable_addon("demo", kAddon);
  run("bpy.context.scene.demo.x = 5\nbpy.data.objects.new('Extra', None)");
  run("bpy.context.collection.objects.link(bpy.data.objects['Extra'])");
  const std::string bytes = host().save_document();
  run("bpy.context.scene.demo.x = 6\nbpy.data.objects.remove(bpy.data.objects['Extra'])");
  host().load_document(bytes);
  EXPECT_EQ(eval("bpy.context.scene.demo.x, 'Extra' in bpy.data.objects"), "(5, True)");
  EXPECT_EQ(eval("[name for name in os.listdir(os.environ['TMPDIR']) if name.endswith('.blend')]"),
            "[]");
  run("bpy.data.objects.remove(bpy.data.objects['Extra'])");
}

// A fresh start opens the user's document, and knows the user's preferences, before it enables.
TEST_F(BlenderDocument, HasTheValuesOfPreferencesBeforeTheAddonIsEnabled) {
  const std::string source = std::string(kAddon) +
                             "old = register\n"
                             "def register():\n    global seen\n    old()\n"
                             "    seen = bpy.context.preferences.addons[__name__].preferences.y\n";
  enable_addon("demo", source);
  host().set_value("preferences.demo.y", py::own(PyLong_FromLong(8)).get());
  const std::string bytes = host().save_document();
  host().disable("demo");
  host().load_document(bytes);
  host().enable("demo");
  EXPECT_EQ(eval("sys.modules['demo'].seen"), "8");
  host().set_value("preferences.demo.y", py::own(PyLong_FromLong(9)).get());
  host().load_document(bytes);
  EXPECT_EQ(eval("bpy.context.preferences.addons['demo'].preferences.y"), "8");
}

TEST_F(BlenderDocument, IsSavedUnseenAndLoadedAsTheUserDoes) {
  enable_addon("demo", kAddon);
  const std::string bytes = host().save_document();
  EXPECT_EQ(eval("sys.modules['demo'].events"), "[]");
  EXPECT_THAT(registry("bpy.app.handlers.save_pre"), Contains("saved owner=demo"));
  EXPECT_THAT(registry("bpy.msgbus"), ElementsAre("forgotten owner=demo"));
  host().load_document(bytes);
  EXPECT_EQ(eval("sys.modules['demo'].events"), "['load']");
  EXPECT_THAT(registry("bpy.msgbus"), testing::IsEmpty());
  EXPECT_THAT(registry("bpy.app.timers"), testing::IsEmpty());
}

TEST_F(BlenderDocument, SaysWhatIsNoDocument) {
  EXPECT_THROW(host().load_document("no blend"), py::PythonError);
}

}  // namespace
}  // namespace afresh
