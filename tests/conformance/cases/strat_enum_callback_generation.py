# title: an enum property left by a disabled add-on after a purge
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
write("case_one.py", INFO + '''
import bpy
ITEMS = [('A', "a", ""), ('B', "b", "")]
def items(self, context): return ITEMS
def changed(self, context): print("changed", self.case)
def register(): bpy.types.Scene.case = bpy.props.EnumProperty(items=items, update=changed)
def unregister(): pass
''')
m = addon_utils.enable("case_one")
addon_utils.disable("case_one")
#= ok
#%% works though disabled
bpy.context.scene.case = 'B'
#= ok
#%% works after the purge
del sys.modules["case_one"]
del m
import gc
gc.collect() and None
bpy.context.scene.case = 'A'
#= ok
