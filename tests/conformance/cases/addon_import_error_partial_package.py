# title: a package file that fails after importing submodules
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
write("case_pkg/__init__.py", INFO + "from . import a\nraise ImportError('late')\n")
write("case_pkg/a.py", "print('body a')\n")
#= ok
#%% enable
got = []
addon_utils.enable("case_pkg", handle_error=got.append)
([(type(e).__name__, str(e)) for e in got], loaded("case_pkg"))
#= value "([('ImportError', 'late')], ['case_pkg.a'])"
#%% an ImportError whose name is the add-on's own
write("case_pkg/__init__.py", INFO + "raise ImportError('self', name='case_pkg')\n")
got = []
addon_utils.enable("case_pkg", handle_error=got.append)
got
#= value "[]"
#%% SystemExit escapes
write("case_pkg/__init__.py", INFO + "raise SystemExit(3)\n")
got = []
addon_utils.enable("case_pkg", handle_error=got.append)
#= raises SystemExit "3"
#%% context restored
bpy.context.scene.name
#= value "'Scene'"
#%% KeyboardInterrupt in register: entry in sys.modules stays
write("case_pkg/__init__.py", INFO + "def register(): raise KeyboardInterrupt\ndef unregister(): pass\n")
addon_utils.enable("case_pkg")
#= raises KeyboardInterrupt ""
#%% state
(loaded("case_pkg"), sys.modules["case_pkg"].__addon_enabled__)
#= value "(['case_pkg', 'case_pkg.a'], False)"
