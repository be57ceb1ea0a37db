# title: an edit that deletes a submodule
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
write("case_pkg/__init__.py", INFO + "from . import a, b\ndef register(): print('register')\ndef unregister(): pass\n")
write("case_pkg/a.py", "V = 1\n"); write("case_pkg/b.py", "V = 1\n")
addon_utils.enable("case_pkg")
addon_utils.disable("case_pkg")
#= ok
#%% b is gone from the text and the disk, but not from sys.modules or the package
os.remove(os.path.join(ADDONS, "case_pkg", "b.py"))
write("case_pkg/__init__.py", INFO + "from . import a\ndef register(): print('register')\ndef unregister(): pass\n")
m = addon_utils.enable("case_pkg")
(loaded("case_pkg"), hasattr(m, "b"))
#= value "(['case_pkg', 'case_pkg.a', 'case_pkg.b'], True)"
#%% reloading it by hand
import importlib
importlib.reload(sys.modules["case_pkg.b"])
#= raises ModuleNotFoundError "spec not found for the module 'case_pkg.b'"
