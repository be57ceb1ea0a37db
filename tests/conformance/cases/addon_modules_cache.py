# title: addon_utils.modules(): the cache of bl_info read from the file's text
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
write("case_a.py", 'bl_info = {"name": "First", "category": "ZZ"}\nprint("body must not run")\n')
#= ok
#%% listed without importing
[(m.__name__, m.bl_info["name"]) for m in addon_utils.modules() if m.__name__.startswith("case")]
#= value "[('case_a', 'First')]"
#%% and not in sys.modules
loaded("case_a")
#= value "[]"
#%% edited: seen again by its time
write("case_a.py", 'bl_info = {"name": "Second", "category": "ZZ"}\n')
[(m.__name__, m.bl_info["name"]) for m in addon_utils.modules() if m.__name__.startswith("case")]
#= value "[('case_a', 'Second')]"
#%% without a refresh the cache answers
write("case_a.py", 'bl_info = {"name": "Third", "category": "ZZ"}\n')
[(m.__name__, m.bl_info["name"]) for m in addon_utils.modules(refresh=False) if m.__name__.startswith("case")]
#= value "[('case_a', 'Second')]"
#%% bl_info that cannot be read as a literal
write("case_a.py", 'X = 1\nbl_info = {"name": X}\n')
[(m.__name__, m.bl_info["name"]) for m in addon_utils.modules() if m.__name__.startswith("case")]
#= value "[]"
#%% no bl_info
write("case_a.py", 'x = 1\n')
[(m.__name__, m.bl_info["name"]) for m in addon_utils.modules() if m.__name__.startswith("case")]
#= value "[]"
#%% module_bl_info fills in the rest
write("case_a.py", 'bl_info = {"name": "Fourth"}\n')
m = [m for m in addon_utils.modules() if m.__name__ == "case_a"][0]
sorted(addon_utils.module_bl_info(m).items())
#= value "[('_init', None), ('author', ''), ('blender', ()), ('category', ''), ('description', ''), ('doc_url', ''), ('location', ''), ('name', 'Fourth'), ('show_expanded', False), ('support', 'COMMUNITY'), ('version', ()), ('warning', '')]"
#%% deleted
os.remove(os.path.join(ADDONS, "case_a.py"))
[m.__name__ for m in addon_utils.modules() if m.__name__.startswith("case")]
#= value "[]"
