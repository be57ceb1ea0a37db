# title: bpy.ops.preferences.addon_enable and addon_disable
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
write("case_one.py", INFO + "def register(): print('register')\ndef unregister(): print('unregister')\n")
write("case_bad.py", INFO + "def register(): raise ValueError('no')\ndef unregister(): pass\n")
write("case_badun.py", INFO + "def register(): pass\ndef unregister(): raise ValueError('no')\n")
#= ok
#%% enable
bpy.ops.preferences.addon_enable(module="case_one")
#= value "{'FINISHED'}"
#%% in the preferences
"case_one" in bpy.context.preferences.addons
#= value "True"
#%% enable again
bpy.ops.preferences.addon_enable(module="case_one")
#= value "{'FINISHED'}"
#%% disable
bpy.ops.preferences.addon_disable(module="case_one")
#= value "{'FINISHED'}"
#%% gone from the preferences
"case_one" in bpy.context.preferences.addons
#= value "False"
#%% enable one that raises
try: bpy.ops.preferences.addon_enable(module="case_bad")
except RuntimeError as ex: print("RuntimeError, last line:", str(ex).strip().splitlines()[-1])
#= ok
#%% one that is not there
try: bpy.ops.preferences.addon_enable(module="case_none")
except RuntimeError as ex: print("RuntimeError, last line:", str(ex).strip().splitlines()[-1])
#= ok
#%% disable one whose unregister raises
bpy.ops.preferences.addon_enable(module="case_badun")
try: bpy.ops.preferences.addon_disable(module="case_badun")
except RuntimeError as ex: print("RuntimeError, last line:", str(ex).strip().splitlines()[-1])
#= ok
#%% state
(addon_utils.check("case_badun"), "case_badun" in bpy.context.preferences.addons)
#= value "((False, False), False)"
#%% disable one that is not there
bpy.ops.preferences.addon_disable(module="case_none")
#= value "{'FINISHED'}"
