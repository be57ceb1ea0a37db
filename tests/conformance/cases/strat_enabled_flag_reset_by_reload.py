# title: the enabled mark under importlib.reload by hand
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
import importlib
write("case_one.py", INFO + "def register(): print('register')\ndef unregister(): print('unregister')\n")
m = addon_utils.enable("case_one")
#= ok
#%% reload by hand keeps the marks, as names not assigned by the new text stay
importlib.reload(m)
(m.__addon_enabled__, addon_utils.check("case_one"))
#= value "(True, (False, True))"
#%% purge and import by hand: no mark, check warns
del sys.modules["case_one"]
import case_one
addon_utils.check("case_one")
#= value "(False, False)"
#%% disable then does nothing
addon_utils.disable("case_one")
#= ok
