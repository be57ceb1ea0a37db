# title: register_submodule_factory in a package below another
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
write("case_pkg/__init__.py", INFO + "from . import inner\ndef register(): inner.register()\ndef unregister(): inner.unregister()\n")
write("case_pkg/inner/__init__.py", "import bpy\nregister, unregister = bpy.utils.register_submodule_factory(__name__, ('a',))\n")
write("case_pkg/inner/a.py", "def register(): print('register a')\ndef unregister(): print('unregister a')\n")
m = addon_utils.enable("case_pkg")
#= ok
#%% loaded
loaded("case_pkg")
#= value "['case_pkg', 'case_pkg.inner', 'case_pkg.inner.a']"
#%% disable: fails in 3.4 as it drops only the first name part
got = []
addon_utils.disable("case_pkg", handle_error=got.append)
[(type(e).__name__, str(e)) for e in got]
#= value "[('AttributeError', \"'module' object has no attribute 'inner.a'\")]"
#%% loaded
loaded("case_pkg")
#= value "['case_pkg', 'case_pkg.inner', 'case_pkg.inner.a']"
#%% enable and disable again
addon_utils.enable("case_pkg") is m
#= value "True"
#%% again
got = []
addon_utils.disable("case_pkg", handle_error=got.append)
[(type(e).__name__, str(e)) for e in got]
#= value "[('AttributeError', \"'module' object has no attribute 'inner.a'\")]"
