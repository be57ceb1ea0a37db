# title: importlib.reload while enabled, then disable
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
V1 = INFO + "import bpy\nclass CASE_OT_a(bpy.types.Operator):\n    bl_idname = 'case.a'\n    bl_label = 'A'\nclass CASE_PG_a(bpy.types.PropertyGroup): pass\ndef register():\n    bpy.utils.register_class(CASE_OT_a); bpy.utils.register_class(CASE_PG_a)\ndef unregister():\n    bpy.utils.unregister_class(CASE_PG_a); bpy.utils.unregister_class(CASE_OT_a)\n"
write("case_one.py", V1)
m = addon_utils.enable("case_one")
import importlib
#= ok
#%% reload in place without unregistering
importlib.reload(m) is m
#= value "True"
#%% the registered class is no longer the module's
(bpy.types.CASE_OT_a is m.CASE_OT_a, m.CASE_OT_a.is_registered)
#= value "(False, False)"
#%% disable: the new class was never registered
got = []
addon_utils.disable("case_one", handle_error=got.append)
[(type(e).__name__, str(e)) for e in got]
#= value "[('RuntimeError', \"unregister_class(...):, missing bl_rna attribute from 'RNAMetaPropGroup' instance (may not be registered)\")]"
#%% the old generation stays
(hasattr(bpy.types, "CASE_OT_a"), [c.is_registered for c in bpy.types.PropertyGroup.__subclasses__() if c.__name__ == "CASE_PG_a"])
#= value "(True, [True, False])"
#%% enable: the operator is pushed out silently, the group is doubled
addon_utils.enable("case_one") is m
#= value "True"
#%% registered groups of the name
[c.is_registered for c in bpy.types.PropertyGroup.__subclasses__() if c.__name__ == "CASE_PG_a"]
#= value "[True, True]"
