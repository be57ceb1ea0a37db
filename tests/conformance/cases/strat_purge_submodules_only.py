# title: deleting only the submodules from sys.modules, keeping the package
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
write("case_pkg/__init__.py", INFO + "from . import a\ndef register():\n    from . import a\n    import case_pkg.a as again\n    print('register', a.V, again.V)\ndef unregister(): pass\n")
write("case_pkg/a.py", "V = 1\n")
m = addon_utils.enable("case_pkg")
addon_utils.disable("case_pkg")
#= ok
#%% purge the submodule: the package attribute still gives the old one
write("case_pkg/a.py", "V = 2\n")
del sys.modules["case_pkg.a"]
addon_utils.enable("case_pkg") and None
#= ok
#%% purge it and delete the attribute too
addon_utils.disable("case_pkg")
sys.modules.pop("case_pkg.a", None); m.__dict__.pop("a", None)
addon_utils.enable("case_pkg") and None
#= ok
