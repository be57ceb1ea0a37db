// Each registry shows what an add-on put into it, with its owner, and no longer when it is taken
// back.
// SPDX-License-Identifier: MIT
#include "tests/blender/blender_test.hpp"

namespace afresh {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;

/// One thing of each kind, nothing of which is taken back.
constexpr const char* kUntidy = R"(
import bpy.utils.previews
class DEMO_PG_a(bpy.types.PropertyGroup):
    x: bpy.props.IntProperty(default=1)
class DEMO_OT_go(bpy.types.Operator):
    bl_idname, bl_label = 'demo.go', 'Go'
class DEMO_MT_menu(bpy.types.Menu):
    bl_label = 'Menu'
    def draw(self, context): pass
class DEMO_tool(bpy.types.WorkSpaceTool):
    bl_space_type, bl_context_mode = 'VIEW_3D', 'OBJECT'
    bl_idname, bl_label = 'demo.tool', 'Tool'
def tick(*args): return 1.0
def draw(self, context): pass
def manual(): return 'url', ()
class Owner: pass
owner = Owner()
def register():
    for cls in (DEMO_PG_a, DEMO_OT_go, DEMO_MT_menu): bpy.utils.register_class(cls)
    bpy.types.Scene.demo = bpy.props.PointerProperty(type=DEMO_PG_a)
    bpy.app.handlers.load_post.append(tick)
    bpy.app.timers.register(tick, persistent=True)
    bpy.types.VIEW3D_MT_object.prepend(draw)
    bpy.types.DEMO_MT_menu.append(draw)
    keymaps = bpy.context.window_manager.keyconfigs.addon.keymaps
    keymaps.new(name='3D View', space_type='VIEW_3D').keymap_items.new('demo.go', 'A', 'PRESS')
    keymaps.new(name='Demo Map')
    bpy.msgbus.subscribe_rna(key=(bpy.types.Object, 'name'), owner=owner, args=(), notify=draw)
    bpy.types.SpaceView3D.draw_handler_add(draw, (), 'WINDOW', 'POST_VIEW')
    bpy.app.driver_namespace['demo_driver'] = tick
    bpy.utils.register_manual_map(manual)
    bpy.utils.register_tool(DEMO_tool)
    global pictures
    pictures = bpy.utils.previews.new()
    pictures.new('icon')
    if hasattr(bpy.utils, 'register_cli_command'):
        bpy.utils.register_cli_command('demo', lambda arguments: 0)
    next(c for c in bpy.types.Panel.__subclasses__()
         if 'COMPAT_ENGINES' in vars(c)).COMPAT_ENGINES.add('DEMO')
def unregister(): pass
)";

class BlenderRegistries : public BlenderTest {};

// What was registered while an add-on's code ran is that add-on's, wherever it was made.
TEST_F(BlenderRegistries, KnowWhoRegisteredWhatIsNotOfTheAddonsOwnModules) {
  enable_addon("demo", R"(
import types
DEMO_OT_made = types.new_class('DEMO_OT_made', (bpy.types.Operator,), {},
                               lambda names: names.update(bl_idname='demo.made', bl_label='Made'))
assert DEMO_OT_made.__module__ == 'types'
def register():
    bpy.utils.register_class(DEMO_OT_made)
    bpy.app.handlers.load_post.append(bpy.path.abspath)
def unregister():
    bpy.utils.unregister_class(DEMO_OT_made)
    bpy.app.handlers.load_post.remove(bpy.path.abspath)
)");
  EXPECT_THAT(registry("bpy.classes"), ElementsAre("DEMO_OT_made owner=demo"));
  EXPECT_THAT(registry("bpy.app.handlers.load_post"), Contains("abspath owner=demo"));
}

// As Blender's scripts do where somebody has them reloaded.
TEST_F(BlenderRegistries, GiveNobodyWhatBlendersOwnScriptsRegister) {
  enable_addon("demo", "def register(): pass\ndef unregister(): pass\n");
  run("def ours(*arguments): pass");
  run("bpy.app.handlers.load_post.append(bpy.path.abspath)");
  run("bpy.app.handlers.load_post.append(ours)");
  host().settle("demo");
  EXPECT_THAT(registry("bpy.app.handlers.load_post"), Contains("abspath owner="));
  EXPECT_THAT(registry("bpy.app.handlers.load_post"), Contains("ours owner=demo"));
  run("del bpy.app.handlers.load_post[-2:]");
}

TEST_F(BlenderRegistries, ShowWhatAnAddonRegistersWithItsOwner) {
  enable_addon("demo", kUntidy);
  EXPECT_THAT(registry("bpy.classes"), ElementsAre("DEMO_PG_a owner=demo", "DEMO_OT_go owner=demo",
                                                   "DEMO_MT_menu owner=demo"));
  EXPECT_THAT(registry("bpy.properties"),
              ElementsAre(testing::AllOf(HasSubstr("Scene.demo "), HasSubstr(" owner=demo"))));
  EXPECT_THAT(registry("bpy.app.handlers.load_post"), Contains("tick owner=demo"));
  EXPECT_THAT(registry("bpy.app.timers"), ElementsAre("tick owner=demo"));
  EXPECT_THAT(registry("bpy.types.VIEW3D_MT_object"), ElementsAre("draw owner=demo"));
  EXPECT_THAT(registry("bpy.types.DEMO_MT_menu"), ElementsAre("draw owner=demo"));
  EXPECT_THAT(registry("bpy.keymaps"), IsSupersetOf({"'3D View: demo.go (A)' owner=demo",
                                                     "'Demo Map: no keys' owner=demo"}));
  EXPECT_THAT(registry("bpy.msgbus"), ElementsAre("draw owner=demo"));
  EXPECT_THAT(registry("bpy.draw_handlers"), ElementsAre("draw owner=demo"));
  EXPECT_THAT(registry("bpy.app.driver_namespace"), ElementsAre("demo_driver tick owner=demo"));
  EXPECT_THAT(registry("bpy.utils.manual_map"), Contains("manual owner=demo"));
  EXPECT_THAT(registry("bpy.utils.tools"),
              ElementsAre("'VIEW3D_PT_tools_active OBJECT: demo.tool' owner=demo"));
  EXPECT_THAT(registry("bpy.utils.previews"), ElementsAre("'icon' owner=demo"));
  if (has_extensions(kind())) {
    EXPECT_THAT(registry("bpy.utils.cli_commands"), ElementsAre("demo <lambda> owner=demo"));
  }
}

TEST_F(BlenderRegistries, AreEmptiedOfAnAddonThatIsTakenBack) {
  const std::vector<std::string> before = everything();
  enable_addon("demo", kUntidy);
  host().disable("demo");
  host().take_back("demo");
  EXPECT_EQ(everything(), before);
}

TEST_F(BlenderRegistries, ShowEnginesThatPanelsAreShownFor) {
  EXPECT_THAT(registry("bpy.panels.COMPAT_ENGINES"), IsEmpty());
  run("panel = next(c for c in bpy.types.Panel.__subclasses__() "
      "if 'COMPAT_ENGINES' in vars(c))\npanel.COMPAT_ENGINES.add('DEMO')");
  EXPECT_THAT(registry("bpy.panels.COMPAT_ENGINES"),
              ElementsAre(HasSubstr(": DEMO 'added' owner=")));
  run("panel.COMPAT_ENGINES.remove('DEMO')");
  EXPECT_THAT(registry("bpy.panels.COMPAT_ENGINES"), IsEmpty());
}

TEST_F(BlenderRegistries, NoteTheLineThatAsked) {
  enable_addon("demo",
               "from bpy.utils import register_class\n"
               "class DEMO_OT_go(bpy.types.Operator):\n    bl_idname, bl_label = 'demo.go', 'Go'\n"
               "def tick(): return 1.0\n"
               "def register():\n"
               "    register_class(DEMO_OT_go)\n"
               "    bpy.app.timers.register(tick)\n"
               "def unregister():\n"
               "    bpy.app.timers.unregister(tick)\n"
               "    bpy.utils.unregister_class(DEMO_OT_go)\n");
  host().disable("demo");
  EXPECT_THAT(ledger(),
              IsSupersetOf({"bpy.classes: DEMO_OT_go owner=demo at __init__.py:8",
                            "bpy.app.timers: tick owner=demo at __init__.py:9",
                            "bpy.app.timers removed: tick owner=demo at __init__.py:11",
                            "bpy.classes removed: DEMO_OT_go owner=demo at __init__.py:12"}));
}

TEST_F(BlenderRegistries, KnowWhoseAPropertyIsThatCameByAnotherWay) {
  write_addon("demo",
              "def changed(self, context): pass\n"
              "def define():\n"
              "    bpy.types.Scene.demo = bpy.props.IntProperty(update=changed)\n");
  run("import demo\ndemo.define()");
  // One on a class that has properties of Blender's own Python part from 5.0 on.
  run("bpy.types.Object.demo = bpy.props.IntProperty()\n");
  EXPECT_THAT(registry("bpy.properties"),
              testing::UnorderedElementsAre(HasSubstr("owner=demo"), HasSubstr("Object.demo ")));
  run("del bpy.types.Object.demo");
  EXPECT_THAT(registry("bpy.properties"), ElementsAre(HasSubstr("owner=demo")));
  run("del bpy.types.Scene.demo");
  EXPECT_THAT(registry("bpy.properties"), IsEmpty());
}

TEST_F(BlenderRegistries, DoNotShowAMarkerThatDefinesNothing) {
  run("bpy.types.Scene.demo = bpy.props.IntProperty()\n"
      "bpy.props.RemoveProperty(bpy.types.Scene, attr='demo')");
  EXPECT_THAT(registry("bpy.properties"), IsEmpty());
  py::Ref types = py::attribute(py::import("bpy.types").get(), "Scene");
  py::Ref dict = py::attribute(types.get(), "__dict__");
  py::Ref marker = py::own(PyObject_GetItem(dict.get(), py::make_str("demo").get()));
  EXPECT_FALSE(host().is_registration(marker.get()));
  run("del bpy.types.Scene.demo");
}

TEST_F(BlenderRegistries, TellRegistrationsFromOtherAttributes) {
  enable_addon("demo", kUntidy);
  py::Ref scene = py::attribute(py::import("bpy.types").get(), "Scene");
  py::Ref names = py::attribute(scene.get(), "__dict__");
  const auto value = [](const py::Ref& dict, const char* name) {
    return py::own(PyObject_GetItem(dict.get(), py::make_str(name).get()));
  };
  EXPECT_TRUE(host().is_registration(value(names, "demo").get()));
  EXPECT_TRUE(host().is_registration(value(names, "bl_rna").get()));
  py::Ref menu = py::attribute(py::import("bpy.types").get(), "VIEW3D_MT_object");
  py::Ref menu_names = py::attribute(menu.get(), "__dict__");
  EXPECT_TRUE(host().is_registration(value(menu_names, "draw").get()));
  EXPECT_FALSE(host().is_registration(py::import("demo").get()));
}

TEST_F(BlenderRegistries, ForgetAClassThatAnotherPushedOut) {
  enable_addon("demo",
               "def make():\n"
               "    return type('DEMO_OT_go', (bpy.types.Operator,),\n"
               "                {'bl_idname': 'demo.go', 'bl_label': 'Go'})\n"
               "def register():\n"
               "    bpy.utils.register_class(make())\n    bpy.utils.register_class(make())\n"
               "def unregister():\n    bpy.utils.unregister_class(bpy.types.DEMO_OT_go)\n");
  EXPECT_THAT(registry("bpy.classes"), ElementsAre("DEMO_OT_go owner=demo"));
}

TEST_F(BlenderRegistries, TurnTimersThatLast) {
  run("ran = []\ndef often(): ran.append(1); return 0.1\ndef once(): ran.append(2)\n"
      "def fails(): ran.append(3); raise ValueError('shown')\n"
      "for each in (often, once, fails): bpy.app.timers.register(each)");
  host().turn();
  host().turn();
  EXPECT_EQ(eval("ran"), "[1, 2, 3, 1]");
  EXPECT_THAT(registry("bpy.app.timers"), ElementsAre("often owner=case"));
  run("bpy.app.timers.unregister(often)");
  EXPECT_THAT(registry("bpy.app.timers"), IsEmpty());
}

}  // namespace
}  // namespace afresh
