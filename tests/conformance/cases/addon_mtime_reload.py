# title: re-enabling after the file's time changed runs importlib.reload on the package only
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
write("case_pkg/__init__.py", INFO + "print('init body')\nfrom . import sub\nKEPT = globals().get('KEPT', 0) + 1\ndef register(): print('register', sub.V, KEPT)\ndef unregister(): print('unregister')\n")
write("case_pkg/sub.py", "print('sub body'); V = 1\n")
addon_utils.enable("case_pkg")
addon_utils.disable("case_pkg")
m0 = sys.modules["case_pkg"]
#= ok
#%% only the submodule edited: nothing reloads
write("case_pkg/sub.py", "print('sub body'); V = 2\n")
addon_utils.enable("case_pkg") is m0
#= value "True"
#%% package file touched: reloaded in place, the submodule is not
addon_utils.disable("case_pkg")
write("case_pkg/__init__.py", INFO + "print('init body 2')\nfrom . import sub\nKEPT = globals().get('KEPT', 0) + 1\ndef register(): print('register', sub.V, KEPT)\ndef unregister(): print('unregister')\n")
addon_utils.enable("case_pkg") is m0
#= value "True"
#%% time going backwards also counts as changed
addon_utils.disable("case_pkg")
os.utime(m0.__file__, (5, 5))
addon_utils.enable("case_pkg") is m0
#= value "True"
#%% same time, other text: not noticed
addon_utils.disable("case_pkg")
with open(m0.__file__, "a") as f: f.write("print('extra')\n")
os.utime(m0.__file__, (5, 5))
addon_utils.enable("case_pkg") is m0
#= value "True"
