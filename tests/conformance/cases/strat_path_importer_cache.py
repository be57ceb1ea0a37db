# title: a new file in a folder that was just scanned
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
write("case_pkg/__init__.py", INFO + "def register(): pass\ndef unregister(): pass\n")
m = addon_utils.enable("case_pkg")
d = os.path.join(ADDONS, "case_pkg")
try: importlib.import_module("case_pkg.late")
except ImportError as ex: print(type(ex).__name__)
st = os.stat(d)
#= ok
#%% add the file, with the folder's time put back
write("case_pkg/late.py", "V = 1\n")
os.utime(d, ns=(st.st_atime_ns, st.st_mtime_ns))
importlib.import_module("case_pkg.late").V
#= raises ModuleNotFoundError "No module named 'case_pkg.late'"
#%% after invalidate_caches
importlib.invalidate_caches()
importlib.import_module("case_pkg.late").V
#= value "1"
