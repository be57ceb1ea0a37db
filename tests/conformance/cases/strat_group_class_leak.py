# title: each generation of a property group leaks in this Blender, and with a method its whole namespace
#%%
import bpy, addon_utils, os, sys, tempfile, textwrap
ROOT = tempfile.mkdtemp(); ADDONS = os.path.join(ROOT, "addons"); os.mkdir(ADDONS)
bpy.context.preferences.filepaths.script_directory = ROOT
bpy.utils.refresh_script_paths()
sys.dont_write_bytecode = True
clock = [1000000000]
def write(path, text):
    p = os.path.join(ADDONS, path); os.makedirs(os.path.dirname(p), exist_ok=True)
    with open(p, "w") as f: f.write(textwrap.dedent(text))
    clock[0] += 10; os.utime(p, (clock[0], clock[0]))
INFO = 'bl_info = {"name": "Case", "blender": (3, 0, 0), "category": "Test", "version": (1, 0)}\n'
def loaded(name): return sorted(m for m in sys.modules if m == name or m.startswith(name + "."))
import gc, weakref
write("case_one.py", INFO + '''
import bpy
class Marker: pass
M = Marker()
class CASE_PG_a(bpy.types.PropertyGroup):
    x: bpy.props.IntProperty()
    def method(self): return M
class CASE_OT_a(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "A"
    def execute(self, context): return {'FINISHED'}
def register():
    bpy.utils.register_class(CASE_PG_a); bpy.utils.register_class(CASE_OT_a)
def unregister():
    bpy.utils.unregister_class(CASE_OT_a); bpy.utils.unregister_class(CASE_PG_a)
''')
refs = []
for i in range(3):
    m = addon_utils.enable("case_one")
    refs.append([weakref.ref(x) for x in (m.CASE_PG_a, m.CASE_OT_a, m.M)])
    addon_utils.disable("case_one")
    del sys.modules["case_one"]
del m
_ = gc.collect()
#= ok
#%% alive per generation: group class, operator class, module-level object the group's method uses
[[w() is not None for w in r] for r in refs]
#= value "[[True, True, True], [True, True, True], [True, True, True]]"
