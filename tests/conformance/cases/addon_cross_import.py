# title: one add-on imports another, which is then purged and enabled again
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
write("case_lib.py", INFO + "class Thing: pass\ndef register(): pass\ndef unregister(): pass\n")
write("case_user.py", INFO + "import case_lib\ndef register(): pass\ndef unregister(): pass\n")
addon_utils.enable("case_lib")
u = addon_utils.enable("case_user")
#= ok
#%% same module
u.case_lib is sys.modules["case_lib"]
#= value "True"
#%% purge and enable the library
addon_utils.disable("case_lib")
del sys.modules["case_lib"]
addon_utils.enable("case_lib") and None
#= ok
#%% the user keeps the old one
(u.case_lib is sys.modules["case_lib"], u.case_lib.Thing is sys.modules["case_lib"].Thing)
#= value "(False, False)"
#%% reload in place instead: same module, other class
lib = sys.modules["case_lib"]; T = lib.Thing
addon_utils.disable("case_lib")
write("case_lib.py", INFO + "class Thing: pass\ndef register(): pass\ndef unregister(): pass\n")
addon_utils.enable("case_lib") is lib, lib.Thing is T
#= value "(True, False)"
