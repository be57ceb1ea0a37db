# title: circular imports between submodules under reload in the wrong order
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
    for m in (ops, data): importlib.reload(m)
else:
    from . import data, ops
import bpy
def register(): print("register", ops.data.V, ops.Base is data.Base, issubclass(ops.Sub, data.Base))
def unregister(): pass
'''
write("case_pkg/__init__.py", IDIOM)
write("case_pkg/data.py", "V = 1\nclass Base: pass\nfrom . import ops\n")
write("case_pkg/ops.py", "from . import data\nfrom .data import Base\nclass Sub(Base): pass\n")
addon_utils.enable("case_pkg")
#= value "<module 'case_pkg' from '<TMP>/*/addons/case_pkg/__init__.py'>"
#%% reload ops before data: the base class differs
addon_utils.disable("case_pkg")
write("case_pkg/__init__.py", IDIOM)
addon_utils.enable("case_pkg") and None
#= ok
