# title: unregister() that fails midway, then enable again
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
write("case_one.py", INFO + '''
import bpy
class CASE_OT_a(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "A"
class CASE_PG_b(bpy.types.PropertyGroup): pass
FAIL = [True]
def register():
    bpy.utils.register_class(CASE_OT_a)
    bpy.utils.register_class(CASE_PG_b)
def unregister():
    bpy.utils.unregister_class(CASE_PG_b)
    if FAIL[0]: raise RuntimeError("between")
    bpy.utils.unregister_class(CASE_OT_a)
''')
m = addon_utils.enable("case_one")
#= ok
#%% disable
got = []
addon_utils.disable("case_one", handle_error=got.append)
(str(got[0]), m.__addon_enabled__, m.CASE_OT_a.is_registered, m.CASE_PG_b.is_registered)
#= value "('between', False, True, False)"
#%% enable: the first class is still registered
got = []
addon_utils.enable("case_one", handle_error=got.append)
[(type(e).__name__, str(e)) for e in got]
#= value "[('ValueError', \"register_class(...): already registered as a subclass 'CASE_OT_a'\")]"
#%% the module was dropped, its class is still registered
(loaded("case_one"), m.CASE_OT_a.is_registered)
#= value "([], True)"
#%% a third try imports a new module: the operator is pushed out, all registers
m.FAIL[0] = False
m2 = addon_utils.enable("case_one")
(m2 is m, m.CASE_OT_a.is_registered, m2.CASE_OT_a.is_registered)
#= value "(False, False, True)"
