# title: unregister() that removes the add-on's own modules from sys.modules
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
import sys
from . import sub
def register(): print("register", sub.V)
def unregister():
    print("unregister")
    for n in list(sys.modules):
        if n == __name__ or n.startswith(__name__ + "."): del sys.modules[n]
'''
write("case_pkg/__init__.py", BODY)
write("case_pkg/sub.py", "V = 1\n")
addon_utils.enable("case_pkg")
#= value "<module 'case_pkg' from '<TMP>/*/addons/case_pkg/__init__.py'>"
#%% disable
addon_utils.disable("case_pkg")
loaded("case_pkg")
#= value "[]"
#%% edited submodule is seen
write("case_pkg/sub.py", "V = 2\n")
addon_utils.enable("case_pkg") and loaded("case_pkg")
#= value "['case_pkg', 'case_pkg.sub']"
#%% enable while enabled, package file unchanged: imported anew
write("case_pkg/sub.py", "V = 3\n")
addon_utils.enable("case_pkg") and loaded("case_pkg")
#= value "['case_pkg', 'case_pkg.sub']"
#%% enable while enabled, package file changed: reload of a module no longer in sys.modules
write("case_pkg/__init__.py", BODY)
got = []
addon_utils.enable("case_pkg", handle_error=got.append)
#= raises KeyError "'case_pkg'"
#%% what the error handler was given
[(type(e).__name__, str(e)) for e in got]
#= value "[('ImportError', 'module case_pkg not in sys.modules')]"
#%% state
(loaded("case_pkg"), bpy.context.scene is not None)
#= value "([], True)"
#%% enable again recovers
addon_utils.enable("case_pkg") and loaded("case_pkg")
#= value "['case_pkg', 'case_pkg.sub']"
