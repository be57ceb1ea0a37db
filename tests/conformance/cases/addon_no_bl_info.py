# title: add-ons that lack bl_info, register or unregister
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
write("case_noinfo.py", "def register(): print('register')\ndef unregister(): pass\n")
write("case_noreg.py", INFO)
write("case_nounreg.py", INFO + "def register(): print('register')\n")
#= ok
#%% no bl_info: an exception escapes from enable
addon_utils.enable("case_noinfo")
#= raises AttributeError "module 'case_noinfo' has no attribute 'bl_info'"
#%% what is left
(loaded("case_noinfo"), sys.modules["case_noinfo"].__addon_enabled__, bpy.context.scene is not None)
#= value "(['case_noinfo'], False, True)"
#%% no register
got = []
addon_utils.enable("case_noreg", handle_error=got.append)
[(type(e).__name__, str(e)) for e in got], loaded("case_noreg")
#= value "([('AttributeError', \"module 'case_noreg' has no attribute 'register'\")], [])"
#%% no unregister: enabling works
addon_utils.enable("case_nounreg") is not None
#= value "True"
#%% disabling
got = []
addon_utils.disable("case_nounreg", handle_error=got.append)
[(type(e).__name__, str(e)) for e in got]
#= value "[('AttributeError', \"module 'case_nounreg' has no attribute 'unregister'\")]"
#%% state
addon_utils.check("case_nounreg")
#= value "(False, False)"
