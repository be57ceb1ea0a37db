# title: the same with importlib.import_module in place of `from . import`
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
BODY = INFO + '''
import sys, importlib
for n in [n for n in sys.modules if n.startswith(__name__ + ".")]: del sys.modules[n]
a = importlib.import_module(__name__ + ".a")
def register(): print("register", a.V)
def unregister(): pass
'''
write("case_pkg/__init__.py", BODY)
write("case_pkg/a.py", "V = 1\n")
addon_utils.enable("case_pkg")
addon_utils.disable("case_pkg")
#= ok
#%% package file touched: the submodule is imported anew
write("case_pkg/a.py", "V = 2\n")
write("case_pkg/__init__.py", BODY)
addon_utils.enable("case_pkg") and None
#= ok
