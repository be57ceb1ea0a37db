# title: enabling what does not exist
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
#= ok
#%% no such module
addon_utils.enable("case_nothing_here")
#= ok
#%% with default_set
addon_utils.enable("case_nothing_here", default_set=True)
"case_nothing_here" in bpy.context.preferences.addons
#= value "False"
#%% handle_error is given the exception
got = []
addon_utils.enable("case_nothing_here", handle_error=got.append)
[(type(e).__name__, str(e)) for e in got]
#= value "[('ModuleNotFoundError', \"No module named 'case_nothing_here'\")]"
#%% an add-on whose own import is missing
write("case_one.py", INFO + "import nonexistent_dep\ndef register(): pass\n")
got = []
addon_utils.enable("case_one", handle_error=got.append)
[(type(e).__name__, str(e)) for e in got], loaded("case_one")
#= value "([('ModuleNotFoundError', \"No module named 'nonexistent_dep'\")], [])"
#%% a folder without __init__.py
os.makedirs(os.path.join(ADDONS, "case_ns"))
got = []
addon_utils.enable("case_ns", handle_error=got.append)
got
#= value "[]"
#%% is it in sys.modules
loaded("case_ns")
#= value "['case_ns']"
#%% enabling it again
addon_utils.enable("case_ns")
#= raises TypeError "stat: path should be string, bytes, os.PathLike or integer, not NoneType"
#%% disable of what is not there
addon_utils.disable("case_nothing_here")
#= ok
#%% check of what is not there
addon_utils.check("case_nothing_here")
#= value "(False, False)"
