# title: an edit of the same length in the same second is hidden by the bytecode cache
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
sys.dont_write_bytecode = False
T = 1500000000
write("case_pkg/__init__.py", INFO + "from . import sub\ndef register(): print('V', sub.V)\ndef unregister(): pass\n")
write("case_pkg/sub.py", "V = 1\n")
p = os.path.join(ADDONS, "case_pkg", "sub.py")
os.utime(p, ns=(T * 10**9, T * 10**9))
addon_utils.enable("case_pkg")
addon_utils.disable("case_pkg")
#= ok
#%% a bytecode file was written
os.path.isdir(os.path.join(ADDONS, "case_pkg", "__pycache__"))
#= value "True"
#%% edit within the same second, same size, purge, enable
with open(p, "w") as f: f.write("V = 2\n")
os.utime(p, ns=(T * 10**9 + 5 * 10**8, T * 10**9 + 5 * 10**8))
for n in loaded("case_pkg"): del sys.modules[n]
addon_utils.enable("case_pkg") and None
#= ok
#%% same second, other size: seen
addon_utils.disable("case_pkg")
with open(p, "w") as f: f.write("V = 33\n")
os.utime(p, ns=(T * 10**9 + 6 * 10**8, T * 10**9 + 6 * 10**8))
for n in loaded("case_pkg"): del sys.modules[n]
addon_utils.enable("case_pkg") and None
#= ok
#%% next second, same size: seen
addon_utils.disable("case_pkg")
with open(p, "w") as f: f.write("V = 44\n")
os.utime(p, ns=((T + 1) * 10**9, (T + 1) * 10**9))
for n in loaded("case_pkg"): del sys.modules[n]
addon_utils.enable("case_pkg") and None
#= ok
#%% the package file itself: reload is announced but old code runs
sys.path_importer_cache.clear()
addon_utils.disable("case_pkg")
i = os.path.join(ADDONS, "case_pkg", "__init__.py")
s = open(i).read()
t = int(os.path.getmtime(i))
with open(i, "w") as f: f.write(s.replace("'V'", "'W'"))
os.utime(i, ns=(t * 10**9 + 5 * 10**8, t * 10**9 + 5 * 10**8))
addon_utils.enable("case_pkg") and None
#= ok
