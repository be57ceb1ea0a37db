// Looking at Blender's registries runs no Python code and changes nothing.
// SPDX-License-Identifier: MIT
#include "tests/blender/blender_test.hpp"

namespace afresh {
namespace {

class BlenderPassivity : public BlenderTest {
 protected:
  BlenderPassivity() = default;

  void fill() {
    enable_addon("demo", R"(
class DEMO_PG_a(bpy.types.PropertyGroup):
    x: bpy.props.IntProperty(default=1)
class DEMO_PT_panel(bpy.types.Panel):
    bl_label, bl_space_type, bl_region_type = 'Panel', 'VIEW_3D', 'UI'
    def draw(self, context): pass
class DEMO_preferences(bpy.types.AddonPreferences):
    bl_idname = __name__
    y: bpy.props.IntProperty(default=1)
def tick(*args): return 1.0
def register():
    for cls in (DEMO_PG_a, DEMO_PT_panel, DEMO_preferences): bpy.utils.register_class(cls)
    bpy.types.Scene.demo = bpy.props.PointerProperty(type=DEMO_PG_a)
    bpy.app.handlers.load_post.append(tick)
    bpy.app.timers.register(tick)
    bpy.types.DEMO_PT_panel.append(tick)
    keymaps = bpy.context.window_manager.keyconfigs.addon.keymaps
    keymaps.new(name='Window').keymap_items.new('wm.call_menu', 'A', 'PRESS')
def unregister(): pass
)");
    run("bpy.context.scene.demo.x = 3\nbpy.context.preferences.addons['demo'].preferences.y = 4");
  }

  /// Identity, label and owner of everything there is; of texts their words.
  static std::vector<std::string> look() {
    std::vector<std::string> lines;
    for (const RegistryProbe& probe : host().registries()) {
      for (const RegistryEntry& entry : probe.entries) {
        PyObject* object = entry.object.get();
        lines.push_back(probe.name + " " + entry.label + " " + entry.owner + " " +
                        (PyUnicode_Check(object)
                             ? py::to_string(object)
                             : std::to_string(PyLong_CheckExact(object)
                                                  ? PyLong_AsLong(object)
                                                  : static_cast<long>(
                                                        reinterpret_cast<std::intptr_t>(object)))));
      }
    }
    return lines;
  }
};

TEST_F(BlenderPassivity, TwoLooksAreEqual) {
  fill();
  const std::vector<std::string> first = look();
  EXPECT_GT(first.size(), 10u);
  EXPECT_EQ(look(), first);
}

TEST_F(BlenderPassivity, NoObjectIsLeft) {
  fill();
  (void)look();
  run("classes = len(type.__subclasses__(bpy.types.bpy_struct))");
  // The statement itself may leave one.
  run("gc.collect(); before = len(gc.get_objects())");
  for (int i = 0; i < 5; ++i) (void)host().registries();
  EXPECT_EQ(eval("len(gc.get_objects()) - before < 3"), "True");
  EXPECT_EQ(eval("len(type.__subclasses__(bpy.types.bpy_struct)) - classes"), "0");
}

TEST_F(BlenderPassivity, NoPythonCodeRuns) {
  fill();
  run("calls = []\ndef profile(frame, event, arg):\n"
      "    if event == 'call': calls.append(frame.f_code.co_name)\n");
  run("sys.setprofile(profile)");
  (void)host().registries();
  run("sys.setprofile(None)");
  EXPECT_EQ(eval("[c for c in calls if c != '<module>']"), "[]");
}

TEST_F(BlenderPassivity, ACollectorThatIsOffStaysOff) {
  run("gc.disable()");
  (void)host().registries();
  EXPECT_EQ(eval("gc.isenabled()"), "False");
  run("gc.enable()");
}

// A warm look must stay far below what a trial costs.
TEST_F(BlenderPassivity, ALookTakesFewMilliseconds) {
  fill();
  (void)host().registries();
  run("import time\nbegin = time.process_time()");
  for (int i = 0; i < 10; ++i) (void)host().registries();
  run("spent = (time.process_time() - begin) * 100");
  RecordProperty("milliseconds", eval("round(spent, 2)"));
  EXPECT_EQ(eval("spent < 60"), "True") << eval("spent");
}

}  // namespace
}  // namespace afresh
