# title: what an old callback sees after a reload in place and after a purge
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
def text(n): return INFO + "import bpy\nV = %d\ndef cb(*a): print('callback', V)\nbpy_handlers = bpy.app.handlers.frame_change_post\ndef register(): bpy_handlers.append(cb)\ndef unregister(): pass\n" % n
write("case_one.py", text(1))
addon_utils.enable("case_one")
addon_utils.disable("case_one")
#= ok
#%% reload in place: the left-over old function runs with the new global
write("case_one.py", text(2))
addon_utils.enable("case_one")
bpy.context.scene.frame_set(3)
#= ok
#%% purge: the old functions keep their old namespace
addon_utils.disable("case_one")
write("case_one.py", text(3))
del sys.modules["case_one"]
addon_utils.enable("case_one")
bpy.context.scene.frame_set(4)
#= ok
