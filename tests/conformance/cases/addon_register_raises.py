# title: register() that raises midway
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
write("case_pkg/__init__.py", INFO + '''
import bpy
from . import ops
class CASE_PG_first(bpy.types.PropertyGroup):
    x: bpy.props.IntProperty()
def register():
    bpy.utils.register_class(CASE_PG_first)
    bpy.utils.register_class(ops.CASE_OT_a)
    raise RuntimeError("midway")
def unregister():
    bpy.utils.unregister_class(ops.CASE_OT_a)
    bpy.utils.unregister_class(CASE_PG_first)
''')
write("case_pkg/ops.py", '''
import bpy
GEN = 1
class CASE_OT_a(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "A"
    def execute(self, context):
        print("gen", GEN); return {'FINISHED'}
''')
#= ok
#%% enable
got = []
addon_utils.enable("case_pkg", default_set=True, handle_error=got.append)
[(type(e).__name__, str(e)) for e in got]
#= value "[('RuntimeError', 'midway')]"
#%% sys.modules: the package is gone, its submodule is not
loaded("case_pkg")
#= value "['case_pkg.ops']"
#%% not in the preferences
"case_pkg" in bpy.context.preferences.addons
#= value "False"
#%% the classes stay registered
(hasattr(bpy.types, "CASE_OT_a"), [c.__name__ for c in bpy.types.PropertyGroup.__subclasses__() if c.__name__.startswith("CASE_") and c.is_registered])
#= value "(True, ['CASE_PG_first'])"
#%% fix both files and enable again
write("case_pkg/__init__.py", INFO + '''
import bpy
from . import ops
class CASE_PG_first(bpy.types.PropertyGroup):
    x: bpy.props.IntProperty()
def register():
    bpy.utils.register_class(CASE_PG_first)
    bpy.utils.register_class(ops.CASE_OT_a)
def unregister():
    bpy.utils.unregister_class(ops.CASE_OT_a)
    bpy.utils.unregister_class(CASE_PG_first)
''')
write("case_pkg/ops.py", '''
import bpy
GEN = 2
class CASE_OT_a(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "A"
    def execute(self, context):
        print("gen", GEN); return {'FINISHED'}
''')
got = []
addon_utils.enable("case_pkg", handle_error=got.append)
[(type(e).__name__, str(e)) for e in got]
#= value "[('ValueError', \"register_class(...): already registered as a subclass 'CASE_OT_a'\")]"
#%% the submodule is the stale one, its class already registered
loaded("case_pkg")
#= value "['case_pkg.ops']"
#%% registered groups of the name
[c.__name__ for c in bpy.types.PropertyGroup.__subclasses__() if c.__name__.startswith("CASE_") and c.is_registered]
#= value "['CASE_PG_first', 'CASE_PG_first']"
#%% which code runs
bpy.ops.case.a()
#= value "{'FINISHED'}"
