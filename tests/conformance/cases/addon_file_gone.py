# title: the add-on's file is deleted
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
write("case_one.py", INFO + "def register(): print('register')\ndef unregister(): print('unregister')\n")
m = addon_utils.enable("case_one")
os.remove(m.__file__)
#= ok
#%% enable while enabled with the file gone
got = []
addon_utils.enable("case_one", handle_error=got.append)
[type(e).__name__ for e in got]
#= value "['FileNotFoundError']"
#%% not unregistered, still marked enabled?
(m.__addon_enabled__, loaded("case_one"))
#= value "(True, ['case_one'])"
#%% disable works
addon_utils.disable("case_one")
#= ok
#%% enable again
got = []
addon_utils.enable("case_one", handle_error=got.append)
[type(e).__name__ for e in got]
#= value "['FileNotFoundError']"
