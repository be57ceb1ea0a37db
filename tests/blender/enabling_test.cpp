// Add-ons are switched on and off as the check box in Blender's preferences does it.
// SPDX-License-Identifier: MIT
#include "tests/blender/blender_test.hpp"

namespace afresh {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class BlenderEnabling : public BlenderTest {};

constexpr const char* kAddon = R"(
class DEMO_PG_a(bpy.types.PropertyGroup):
    x: bpy.props.IntProperty(default=1)
class DEMO_OT_go(bpy.types.Operator):
    bl_idname, bl_label = 'demo.go', 'Go'
def tick(*args): return 1.0
def draw(self, context): pass
items = []
def register():
    bpy.utils.register_class(DEMO_PG_a)
    bpy.utils.register_class(DEMO_OT_go)
    bpy.types.Scene.demo = bpy.props.PointerProperty(type=DEMO_PG_a)
    bpy.app.handlers.load_post.append(tick)
    bpy.app.timers.register(tick)
    bpy.types.VIEW3D_MT_object.append(draw)
    keymaps = bpy.context.window_manager.keyconfigs.addon.keymaps
    keymap = keymaps.new(name='3D View', space_type='VIEW_3D')
    items.append((keymap, keymap.keymap_items.new('demo.go', 'A', 'PRESS')))
def unregister():
    while items:
        keymap, item = items.pop()
        keymap.keymap_items.remove(item)
    bpy.types.VIEW3D_MT_object.remove(draw)
    bpy.app.timers.unregister(tick)
    bpy.app.handlers.load_post.remove(tick)
    del bpy.types.Scene.demo
    bpy.utils.unregister_class(DEMO_OT_go)
    bpy.utils.unregister_class(DEMO_PG_a)
)";

TEST_F(BlenderEnabling, LeavesNothingOfATidyAddon) {
  const std::vector<std::string> before = everything();
  enable_addon("demo", kAddon);
  EXPECT_THAT(host().enabled(), ElementsAre("demo"));
  EXPECT_NE(everything(), before);
  host().disable("demo");
  EXPECT_EQ(everything(), before);
  EXPECT_THAT(host().enabled(), IsEmpty());
}

TEST_F(BlenderEnabling, CanBeDoneAgainAndGivesTheSame) {
  enable_addon("demo", kAddon);
  const std::vector<std::string> first = everything();
  host().disable("demo");
  host().enable("demo");
  EXPECT_EQ(everything(), first);
}

TEST_F(BlenderEnabling, PutsTheAddonIntoThePreferences) {
  enable_addon("demo", "def register(): pass\ndef unregister(): pass\n");
  EXPECT_THAT(registry("bpy.preferences.addons"), ElementsAre("demo True owner=demo"));
  host().disable("demo");
  EXPECT_THAT(registry("bpy.preferences.addons"), IsEmpty());
}

TEST_F(BlenderEnabling, LeavesNothingOfTheAddonThatAgesAProcess) {
  const std::vector<std::string> before = everything();
  enable_addon("aging", std::string(host().aging_addon()));
  EXPECT_GT(everything().size(), before.size() + 15);
  host().disable("aging");
  EXPECT_EQ(everything(), before);
}

TEST_F(BlenderEnabling, RaisesWhatRegisterRaises) {
  write_addon("demo", "def register(): raise ValueError('not today')\n");
  EXPECT_EQ(error_of_enabling("demo"), "ValueError: not today");
  EXPECT_THAT(host().enabled(), IsEmpty());
}

TEST_F(BlenderEnabling, RaisesWhatTheModuleRaises) {
  write_addon("demo", "import no_such_module_anywhere\n");
  EXPECT_THAT(error_of_enabling("demo"), HasSubstr("No module named 'no_such_module_anywhere'"));
  EXPECT_THAT(error_of_enabling("absent_addon"), HasSubstr("absent_addon"));
}

TEST_F(BlenderEnabling, NotesWhereUnregisterFails) {
  enable_addon("demo", "def register(): pass\ndef unregister():\n    raise KeyError('gone')\n");
  host().disable("demo");
  EXPECT_THAT(ledger(), Contains("unregister-error: KeyError: 'gone' owner=demo at __init__.py:5"));
}

TEST_F(BlenderEnabling, EnablesAnExtensionByItsFolder) {
  if (!has_extensions(kind())) GTEST_SKIP() << "this Blender has no extensions";
  const std::string name = "bl_ext.user_default.demo";
  write_file("bl_ext/user_default/demo/blender_manifest.toml",
             "schema_version = '1.0.0'\nid = 'demo'\nversion = '1.0.0'\nname = 'Demo'\n"
             "tagline = 'A tagline'\nmaintainer = 'Me'\ntype = 'add-on'\n"
             "blender_version_min = '4.2.0'\nlicense = ['SPDX:GPL-3.0-or-later']\n");
  write_file("bl_ext/user_default/demo/__init__.py",
             "import bpy\nfrom . import part\n"
             "class DEMO_OT_go(bpy.types.Operator):\n    bl_idname, bl_label = 'demo.go', 'Go'\n"
             "def register():\n    bpy.utils.register_class(DEMO_OT_go)\n"
             "    bpy.app.handlers.load_post.append(part.tick)\n"
             "def unregister():\n    bpy.utils.unregister_class(DEMO_OT_go)\n"
             "    bpy.app.handlers.load_post.remove(part.tick)\n");
  write_file("bl_ext/user_default/demo/part.py", "def tick(*args): pass\n");
  EXPECT_EQ(error_of_enabling(name), "");
  EXPECT_THAT(registry("bpy.classes"), ElementsAre("DEMO_OT_go owner=" + name));
  EXPECT_THAT(registry("bpy.app.handlers.load_post"), Contains("tick owner=" + name));
  EXPECT_THAT(registry("bpy.preferences.addons"), ElementsAre(name + " True owner=" + name));
  host().disable(name);
  EXPECT_THAT(registry("bpy.classes"), IsEmpty());
}

TEST_F(BlenderEnabling, RefusesAnExtensionForANewerBlender) {
  if (!has_extensions(kind())) GTEST_SKIP() << "this Blender has no extensions";
  write_file("bl_ext/user_default/late/blender_manifest.toml",
             "schema_version = '1.0.0'\nid = 'late'\nversion = '1.0.0'\nname = 'Late'\n"
             "tagline = 'A tagline'\nmaintainer = 'Me'\ntype = 'add-on'\n"
             "blender_version_min = '9.9.0'\nlicense = ['SPDX:GPL-3.0-or-later']\n");
  write_file("bl_ext/user_default/late/__init__.py", "def register(): pass\n");
  EXPECT_THAT(error_of_enabling("bl_ext.user_default.late"), HasSubstr("incompatible"));
}

TEST_F(BlenderEnabling, CallsRegisterAndUnregisterAlone) {
  enable_addon("demo", kAddon);
  host().call_unregister("demo");
  EXPECT_THAT(registry("bpy.classes"), IsEmpty());
  EXPECT_THAT(host().enabled(), ElementsAre("demo"));
  host().call_register("demo");
  EXPECT_THAT(registry("bpy.classes"),
              ElementsAre("DEMO_PG_a owner=demo", "DEMO_OT_go owner=demo"));
}

}  // namespace
}  // namespace afresh
