# title: a SyntaxError in the second of two submodules
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
write("case_pkg/__init__.py", INFO + "from . import good\nfrom . import bad\ndef register(): pass\ndef unregister(): pass\n")
write("case_pkg/good.py", "print('good body 1')\n")
write("case_pkg/bad.py", "def f(:\n")
#= ok
#%% enable
got = []
addon_utils.enable("case_pkg", handle_error=got.append)
[type(e).__name__ for e in got]
#= value "['SyntaxError']"
#%% what is left in sys.modules
loaded("case_pkg")
#= value "['case_pkg.good']"
#%% fix both, enable
write("case_pkg/good.py", "print('good body 2')\n")
write("case_pkg/bad.py", "print('bad body fixed')\n")
addon_utils.enable("case_pkg") is not None
#= value "True"
#%% loaded: good.py was not run again
loaded("case_pkg")
#= value "['case_pkg', 'case_pkg.bad', 'case_pkg.good']"
