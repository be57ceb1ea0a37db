# title: is a purged module's namespace kept by its functions
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
write("case_one.py", INFO + "import bpy\nclass Marker: pass\nM = Marker()\ndef cb(*a): return M\ndef register(): bpy.app.handlers.frame_change_post.append(cb)\ndef unregister(): pass\n")
m = addon_utils.enable("case_one")
addon_utils.disable("case_one")
w, wm = weakref.ref(m), weakref.ref(m.M)
#= ok
#%% purge
del sys.modules["case_one"], m
_ = gc.collect()
(w() is not None, wm() is not None)
#= value "(False, True)"
#%% with the handler removed everything goes
bpy.app.handlers.frame_change_post[:] = [f for f in bpy.app.handlers.frame_change_post if f.__module__ != "case_one"]
_ = gc.collect()
(w() is not None, wm() is not None)
#= value "(False, False)"
