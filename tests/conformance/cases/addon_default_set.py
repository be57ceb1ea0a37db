# title: default_set, persistent and the preferences list
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
write("case_one.py", INFO + "def register(): pass\ndef unregister(): pass\n")
#= ok
#%% default_set
addon_utils.enable("case_one", default_set=True) and ("case_one" in bpy.context.preferences.addons)
#= value "True"
#%% check
addon_utils.check("case_one")
#= value "(True, True)"
#%% disable without default_set keeps the entry
addon_utils.disable("case_one")
("case_one" in bpy.context.preferences.addons, addon_utils.check("case_one"))
#= value "(True, (True, False))"
#%% disable with default_set removes it
addon_utils.disable("case_one", default_set=True)
("case_one" in bpy.context.preferences.addons, addon_utils.check("case_one"))
#= value "(False, (False, False))"
#%% persistent: check reports it as a default
addon_utils.enable("case_one", persistent=True)
addon_utils.check("case_one")
#= value "(True, True)"
#%% and disabling does not clear the mark (a misspelt attribute)
addon_utils.disable("case_one")
(sys.modules["case_one"].__addon_persistent__, addon_utils.check("case_one"), sorted(k for k in vars(sys.modules["case_one"]) if "persist" in k))
#= value "(True, (True, False), ['__addon_persistent', '__addon_persistent__'])"
