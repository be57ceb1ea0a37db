# title: importlib.reload keeps names the new text no longer defines
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
write("case_one.py", INFO + "OLD = 1\ndef register(): print('register', 'OLD' in globals())\ndef unregister(): print('unregister v1')\n")
addon_utils.enable("case_one")
addon_utils.disable("case_one")
#= ok
#%% the new text has no OLD and no unregister
write("case_one.py", INFO + "def register(): print('register', 'OLD' in globals())\n")
addon_utils.enable("case_one") and None
#= ok
#%% disabling calls the old unregister
addon_utils.disable("case_one")
#= ok
