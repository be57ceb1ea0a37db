# title: a purge by bare name prefix takes another add-on's modules with it
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
write("case_a.py", INFO + "def register(): print('register a')\ndef unregister(): print('unregister a')\n")
write("case_a_more.py", INFO + "def register(): print('register more')\ndef unregister(): print('unregister more')\n")
addon_utils.enable("case_a"); addon_utils.enable("case_a_more")
#= value "<module 'case_a_more' from '<TMP>/*/addons/case_a_more.py'>"
#%% purge case_a by prefix without a dot
addon_utils.disable("case_a")
for n in [n for n in sys.modules if n.startswith("case_a")]: del sys.modules[n]
loaded("case_a_more")
#= value "[]"
#%% the other add-on now counts as off, though it was never unregistered
addon_utils.check("case_a_more")
#= value "(False, False)"
#%% disabling it does nothing
addon_utils.disable("case_a_more")
#= ok
#%% enabling it registers it a second time
addon_utils.enable("case_a_more") and None
#= ok
