# title: bl_info for an older or newer Blender
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
write("case_old.py", 'bl_info = {"name": "Old", "blender": (2, 79, 0)}\ndef register(): print("register")\ndef unregister(): pass\n')
write("case_new.py", 'bl_info = {"name": "New", "blender": (9, 0, 0)}\ndef register(): print("register")\ndef unregister(): pass\n')
#= ok
#%% too old: None, silently
addon_utils.enable("case_old", default_set=True) is None
#= value "True"
#%% what is left
(loaded("case_old"), "case_old" in bpy.context.preferences.addons, addon_utils.check("case_old"))
#= value "(['case_old'], True, (True, False))"
#%% newer than this Blender is accepted
addon_utils.enable("case_new") is not None
#= value "True"
#%% through the operator: a warning
addon_utils.disable("case_new")
bpy.ops.preferences.addon_enable(module="case_new")
#= value "{'FINISHED'}"
#%% too old through the operator
bpy.ops.preferences.addon_enable(module="case_old")
#= value "{'CANCELLED'}"
