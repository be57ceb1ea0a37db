# title: add-on preferences across disable and enable
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
write("case_pkg/__init__.py", INFO + '''
import bpy
class CasePrefs(bpy.types.AddonPreferences):
    bl_idname = __name__
    x: bpy.props.IntProperty(default=1)
def register():
    bpy.utils.register_class(CasePrefs)
    a = bpy.context.preferences.addons.get(__name__)
    print("in register", a and a.preferences and a.preferences.x)
def unregister(): bpy.utils.unregister_class(CasePrefs)
''')
addons = bpy.context.preferences.addons
#= ok
#%% without default_set there is no entry
addon_utils.enable("case_pkg")
addons.get("case_pkg")
#= ok
#%% with default_set
addon_utils.disable("case_pkg")
addon_utils.enable("case_pkg", default_set=True)
addons["case_pkg"].preferences.x = 5
#= ok
#%% disabled, entry kept: no preferences object
addon_utils.disable("case_pkg")
addons["case_pkg"].preferences
#= ok
#%% enabled again: the value is back
addon_utils.enable("case_pkg")
addons["case_pkg"].preferences.x
#= value "5"
#%% type of the value's class
type(addons["case_pkg"].preferences) is sys.modules["case_pkg"].CasePrefs
#= value "True"
#%% a new generation after a purge
addon_utils.disable("case_pkg")
for n in loaded("case_pkg"): del sys.modules[n]
addon_utils.enable("case_pkg")
(addons["case_pkg"].preferences.x, type(addons["case_pkg"].preferences) is sys.modules["case_pkg"].CasePrefs)
#= value "(5, True)"
#%% disabled with default_set and enabled again: the value is lost
addon_utils.disable("case_pkg", default_set=True)
addon_utils.enable("case_pkg", default_set=True)
addons["case_pkg"].preferences.x
#= value "1"
