# title: the plain life of a one-file add-on
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
print("body", __name__)
def register(): print("register")
def unregister(): print("unregister")
''')
#= ok
#%% check before
addon_utils.check("case_one")
#= value "(False, False)"
#%% enable
m = addon_utils.enable("case_one")
#= ok
#%% what came back
(m is sys.modules["case_one"], m.__addon_enabled__, m.__addon_persistent__, m.__time__ == os.path.getmtime(m.__file__))
#= value "(True, True, False, True)"
#%% check
addon_utils.check("case_one")
#= value "(False, True)"
#%% in the preferences?
"case_one" in bpy.context.preferences.addons
#= value "False"
#%% disable
addon_utils.disable("case_one")
#= ok
#%% the module stays
("case_one" in sys.modules, m.__addon_enabled__, addon_utils.check("case_one"))
#= value "(True, False, (False, False))"
#%% attributes added by addon_utils
sorted(k for k in vars(m) if "addon" in k or k == "__time__")
#= value "['__addon_enabled__', '__addon_persistent', '__addon_persistent__', '__time__']"
#%% enable again: no body run, file unchanged
addon_utils.enable("case_one") is m
#= value "True"
#%% disable twice
addon_utils.disable("case_one")
addon_utils.disable("case_one")
#= ok
