# title: what a package add-on sees of itself
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
write("case_pkg/__init__.py", INFO + "print(__name__, __package__, __spec__.name, __file__.endswith('__init__.py'))\ndef register(): pass\ndef unregister(): pass\n")
write("case_one.py", INFO + "print(__name__, repr(__package__), __spec__.name)\ndef register(): pass\ndef unregister(): pass\n")
#= ok
#%% package
addon_utils.enable("case_pkg") and None
#= ok
#%% single file
addon_utils.enable("case_one") and None
#= ok
#%% dotted name
write("case_pkg/child.py", INFO + "def register(): print('register child')\ndef unregister(): pass\n")
m = addon_utils.enable("case_pkg.child")
m.__name__
#= value "'case_pkg'"
