# title: bpy.ops.script.reload in background
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
write("case_on.py", INFO + "print('body on')\ndef register(): print('register on')\ndef unregister(): print('unregister on')\n")
addon_utils.enable("case_on", default_set=True)
#= value "<module 'case_on' from '<TMP>/*/addons/case_on.py'>"
#%% run
import io, contextlib
buf = io.StringIO()
with contextlib.redirect_stdout(buf):
    r = bpy.ops.script.reload()
(r, [l for l in buf.getvalue().splitlines() if l.endswith(" on")])
#= value "({'FINISHED'}, [])"
#%% state
addon_utils.check("case_on")
#= value "(True, True)"
