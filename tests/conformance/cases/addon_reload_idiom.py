# title: the usual `if "bpy" in locals()` reload idiom
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
IDIOM = INFO + '''
if "bpy" in locals():
    import importlib
    print("reloading submodules")
    importlib.reload(a)
    importlib.reload(b)
else:
    from . import a, b
import bpy
def register(): print("register", a.V, b.V, b.A)
def unregister(): pass
'''
write("case_pkg/__init__.py", IDIOM)
write("case_pkg/a.py", "V = 1\n")
write("case_pkg/b.py", "from .a import V as A\nV = 1\n")
addon_utils.enable("case_pkg")
addon_utils.disable("case_pkg")
#= ok
#%% edit both submodules and touch the package
write("case_pkg/a.py", "V = 2\n")
write("case_pkg/b.py", "from .a import V as A\nV = 2\n")
write("case_pkg/__init__.py", IDIOM)
addon_utils.enable("case_pkg") and None
#= ok
#%% the wrong order leaves a stale name
addon_utils.disable("case_pkg")
write("case_pkg/a.py", "V = 3\n")
write("case_pkg/__init__.py", IDIOM.replace("importlib.reload(a)\n    importlib.reload(b)", "importlib.reload(b)\n    importlib.reload(a)"))
addon_utils.enable("case_pkg") and None
#= ok
