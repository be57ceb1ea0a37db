// What the agent sees of the Blender-like host: registries, ledger, document, and taking back. What
// it answers to add-ons is held against the real Blender in tests/conformance.
// SPDX-License-Identifier: MIT
#include "tests/host/host_test.hpp"

namespace afresh {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::UnorderedElementsAre;

constexpr const char* kAddon = R"(
class DEMO_PG_a(H.types.PropertyGroup):
    x: H.props.IntProperty(default=1)
class DEMO_OT_go(H.types.Operator):
    bl_idname, bl_label = 'demo.go', 'Go'
def tick(*args): return 1.0
def register():
    H.utils.register_class(DEMO_PG_a)
    H.utils.register_class(DEMO_OT_go)
    H.types.Scene.demo = H.props.PointerProperty(type=DEMO_PG_a)
    H.app.handlers.load_post.append(tick)
    H.app.timers.register(tick)
    H.types.VIEW3D_MT_object.append(tick)
    keymaps = H.context.window_manager.keyconfigs.addon.keymaps
    keymaps.new(name='3D View').keymap_items.new('demo.go', 'A', 'PRESS')
def unregister(): pass
)";

class BpyRegistries : public BpyHostTest {
 protected:
  BpyRegistries() { load("demo", kAddon); }
};

TEST_F(BpyRegistries, ShowWhatAnAddonRegistersWithItsOwner) {
  EXPECT_THAT(registry("bpy.classes"), IsEmpty());
  host_->call_register("demo");
  EXPECT_THAT(registry("bpy.classes"),
              ElementsAre("DEMO_PG_a owner=demo", "DEMO_OT_go owner=demo"));
  EXPECT_THAT(registry("bpy.properties"), Contains(HasSubstr("Scene.demo ")));
  EXPECT_THAT(registry("bpy.app.handlers.load_post"), Contains("tick owner=demo"));
  EXPECT_THAT(registry("bpy.app.timers"), ElementsAre("tick owner=demo"));
  EXPECT_THAT(registry("bpy.types.VIEW3D_MT_object"), ElementsAre("tick owner=demo"));
  EXPECT_THAT(registry("bpy.keymaps"), ElementsAre("'3D View: demo.go' owner=demo"));
}

TEST_F(BpyRegistries, ShowWhatAnAddonDoesToBlendersOwnClasses) {
  run("first = H.types.VIEW3D_MT_add\nH.types.VIEW3D_PT_tools_active.bl_label");
  EXPECT_THAT(registry("bpy.types of Blender"), IsEmpty());
  load("demo", "def draw(self, context): pass\n");
  run("import sys\nH.utils.unregister_class(first)\n"
      "H.types.VIEW3D_MT_object.draw = sys.modules['demo'].draw\n"
      "H.types.VIEW3D_PT_tools_active.bl_category = 'Mine'\ndel H.types.VIEW3D_MT_view.bl_label");
  EXPECT_THAT(registry("bpy.types of Blender"),
              UnorderedElementsAre("VIEW3D_MT_add 'VIEW3D_MT_add, unregistered' owner=",
                                   "VIEW3D_MT_object.draw draw owner=demo",
                                   "VIEW3D_PT_tools_active.bl_category 'Mine' owner=",
                                   "VIEW3D_MT_view.bl_label 'deleted' owner="));
}

TEST_F(BpyRegistries, ShowThatAClassOfBlendersIsPushedOutWhetherOrNotItWasAskedForBefore) {
  for (const char* asked_for : {"", "H.types.VIEW3D_MT_view\n"}) {
    const std::string id = *asked_for == '\0' ? "VIEW3D_MT_add" : "VIEW3D_MT_view";
    run(asked_for +
        ("cls = type('DEMO_MT_a', (H.types.Menu,), {'bl_idname': '" + id +
         "', 'bl_label': 'A', 'draw': lambda self, context: None})\n") +
        "H.utils.register_class(cls)");
    EXPECT_THAT(registry("bpy.types of Blender"),
                Contains(id + " '" + id + ", unregistered' owner="));
    run("H.utils.unregister_class(cls)");
  }
}

TEST_F(BpyRegistries, AreSilentAboutABlendersClassThatIsThereAgain) {
  run("cls = H.types.VIEW3D_MT_add\nH.utils.unregister_class(cls)\nH.utils.register_class(cls)\n"
      "def draw(self, context): pass\ncls.append(draw)\ncls.remove(draw)");
  EXPECT_THAT(registry("bpy.types of Blender"), IsEmpty());
  EXPECT_THAT(registry("bpy.classes"), IsEmpty());
}

TEST_F(BpyRegistries, ShowWhatWouldBeUndefinedBehaviour) {
  EXPECT_THAT(registry("bpy.violation"), IsEmpty());
  run("H.utils.unregister_class(H.types.Panel)");
  EXPECT_THAT(registry("bpy.violation"),
              ElementsAre(HasSubstr("'Panel' itself was unregistered; Blender 3.4 registers no")));
}

TEST_F(BpyRegistries, AreNotedInTheLedgerWithTheAddonsOwnLine) {
  host_->call_register("demo");
  EXPECT_THAT(ledger(),
              IsSupersetOf({"bpy.classes: DEMO_PG_a owner=demo at /addons/demo.py:8",
                            "bpy.properties: Scene.demo owner=demo at /addons/demo.py:10",
                            "bpy.app.handlers.load_post: tick owner=demo at /addons/demo.py:11",
                            "bpy.app.timers: tick owner=demo at /addons/demo.py:12",
                            "bpy.types.VIEW3D_MT_object: tick owner=demo at /addons/demo.py:13",
                            "bpy.keymaps: demo.go owner=demo at /addons/demo.py:15"}));
}

TEST_F(BpyRegistries, AreEmptiedOfAnAddonThatIsTakenBack) {
  host_->call_register("demo");
  load("other", "def tick(*args): return 1.0\nH.app.timers.register(tick)");
  host_->take_back("demo");
  for (const char* probe : {"bpy.classes", "bpy.types.VIEW3D_MT_object", "bpy.keymaps"})
    EXPECT_THAT(registry(probe), IsEmpty()) << probe;
  EXPECT_THAT(registry("bpy.properties"), Not(Contains(HasSubstr("Scene.demo"))));
  EXPECT_THAT(registry("bpy.app.handlers.load_post"), Not(Contains(HasSubstr("demo"))));
  EXPECT_THAT(registry("bpy.app.timers"), ElementsAre("tick owner=other"));
}

TEST_F(BpyRegistries, ShowWhatIsAppendedToAnotherAddonsMenu) {
  load("other",
       "class OTHER_MT_menu(H.types.Menu):\n  bl_label = 'Other'\n  def draw(self, context): pass\n"
       "H.utils.register_class(OTHER_MT_menu)");
  load("guest", "def entry(self, context): pass\nH.types.OTHER_MT_menu.append(entry)");
  EXPECT_THAT(registry("bpy.types.OTHER_MT_menu"), ElementsAre("entry owner=guest"));
}

TEST_F(BpyRegistries, AreTheSameWhenTheyAreLookedAtAgain) {
  host_->call_register("demo");
  const std::vector<RegistryProbe> first = host_->registries();
  const std::vector<RegistryProbe> second = host_->registries();
  ASSERT_EQ(first.size(), second.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    EXPECT_EQ(first[i].name, second[i].name);
    EXPECT_EQ(first[i].entries.size(), second[i].entries.size()) << first[i].name;
  }
}

TEST_F(BpyRegistries, AreWhatDeclarationsAndLinksAreFor) {
  host_->call_register("demo");
  run("stray = H.props.IntProperty()\nH.types.Operator.stray = stray\ndemo = sys.modules['demo']");
  const auto is_registration = [&](const char* expression) {
    run(std::string("it = ") + expression);
    return host_->is_registration(PyDict_GetItemString(names_.get(), "it"));
  };
  EXPECT_TRUE(is_registration("H.types.Scene.__dict__['demo']"));
  EXPECT_TRUE(is_registration("demo.DEMO_PG_a.bl_rna"));
  EXPECT_FALSE(is_registration("stray"));
  EXPECT_FALSE(is_registration("H.context.scene"));
  EXPECT_FALSE(is_registration("demo.tick"));
  run("del H.types.Operator.stray");
}

TEST_F(BpyRegistries, SayWhenBlenderEnablesNothingWithoutAnError) {
  load("old",
       "import os\n__file__ = os.__file__\n__time__ = os.path.getmtime(__file__)\n"
       "bl_info = {'name': 'Old', 'blender': (2, 79, 0)}\ndef register(): raise "
       "AssertionError\ndef unregister(): pass");
  std::string message;
  try {
    host_->enable("old");
  } catch (const py::PythonError& error) {
    message = error.message();
  }
  EXPECT_EQ(message, "addon_utils.enable: 'old' was not enabled");
  EXPECT_THAT(host_->enabled(), IsEmpty());
}

TEST_F(BpyRegistries, DoNotShowWhatIsOfBlendersOwn) {
  run("H.types.VIEW3D_PT_tools_active, H.types.VIEW3D_MT_add");
  EXPECT_THAT(registry("bpy.classes"), IsEmpty());
  EXPECT_THAT(registry("bpy.types.VIEW3D_MT_add"), IsEmpty());
}

TEST_F(BpyRegistries, ShowTheUsersValuesWhateverDefinesThem) {
  host_->call_register("demo");
  py::Ref value = py::own(PyLong_FromLong(7));
  host_->set_value("scene.demo.x", value.get());
  EXPECT_THAT(registry("bpy.document"), Contains(HasSubstr("bpy.data.scenes['Scene'].demo.x 7")));
  host_->take_back("demo");
  EXPECT_THAT(registry("bpy.document"), Contains(HasSubstr("bpy.data.scenes['Scene'].demo.x 7")));
}

TEST_F(BpyRegistries, KeepADocumentThroughItsBytes) {
  host_->call_register("demo");
  run("H.context.scene.demo.x = 5\nH.data.objects.new('Extra', None)['note'] = [1.5, 2.5]");
  const std::string bytes = host_->save_document();
  run("H.context.scene.demo.x = 6\nH.data.objects.remove(H.data.objects['Extra'])");
  host_->load_document(bytes);
  EXPECT_EQ(eval("H.context.scene.demo.x, H.data.objects['Extra']['note'].to_list()"),
            "(5, [1.5, 2.5])");
  EXPECT_EQ(host_->save_document(), bytes);
  EXPECT_THROW(host_->load_document("{\"scenes\": 3}"), std::runtime_error);
  EXPECT_EQ(eval("H.context.scene.demo.x"), "5");
}

TEST_F(BpyRegistries, SayWhatIsUndefinedInBlender) {
  host_->call_register("demo");
  run("H.utils.unregister_class(sys.modules['demo'].DEMO_PG_a)");
  EXPECT_THAT(raised_error("H.context.scene.demo"),
              HasSubstr("RuntimeError: bpy: Scene.demo points to a property group that was "
                        "unregistered"));
  EXPECT_THAT(ledger(), Contains(testing::StartsWith("bpy.violation: Scene.demo points to")));
}

TEST_F(BpyRegistries, TurnTimersThatLast) {
  run("ran = []\ndef often(): ran.append(1); return 0.1\ndef once(): ran.append(2)\n"
      "H.app.timers.register(often); H.app.timers.register(once)");
  host_->turn();
  host_->turn();
  EXPECT_EQ(eval("ran"), "[1, 2, 1]");
}

TEST_F(BpyHostTest, KnowsTheArgumentsOfAllOfBlendersOperators) {
  EXPECT_EQ(
      eval("len([H.ops.__getattr__(m).__getattr__(o).get_rna_type().properties\n"
           "     for m in dir(H.ops) for o in dir(getattr(H.ops, m)) if o[0] != '_']) > 2000"),
      "True");
  run("keymaps = H.context.window_manager.keyconfigs.addon.keymaps\n"
      "item = keymaps.new(name='3D View').keymap_items.new('wm.call_menu', 'A', 'PRESS')\n"
      "item.properties.name = 'VIEW3D_MT_add'");
  EXPECT_EQ(eval("item.properties.name"), "'VIEW3D_MT_add'");
  EXPECT_EQ(raised_error("item.properties.nothing = 1"),
            "AttributeError: 'WM_OT_call_menu' object has no attribute 'nothing'");
}

TEST_F(BpyHostTest, LetsAListsDrawFunctionLeaveOutItsLastArguments) {
  run("def listed(names):\n"
      "    space = {}\n"
      "    exec('def draw_item(self, context, layout, data, item, icon' + names + '): pass', "
      "space)\n"
      "    return type('DEMO_UL_a', (H.types.UIList,), {'draw_item': space['draw_item']})");
  EXPECT_EQ(raised_error("for names in (', a', ', a, b', ', a, b, c', ', a, b, c, d'):\n"
                         "    cls = listed(names)\n"
                         "    H.utils.register_class(cls)\n    H.utils.unregister_class(cls)"),
            "");
  EXPECT_EQ(raised_error("H.utils.register_class(listed(''))"),
            "ValueError: expected UIList, DEMO_UL_a class \"draw_item\" function to have between "
            "10 and 7 args, found 6");
}

}  // namespace
}  // namespace afresh
