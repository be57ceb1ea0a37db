# title: an operator of the add-on that disables, purges and enables the add-on
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
class CASE_OT_reload(bpy.types.Operator):
    bl_idname = "case.reload"
    bl_label = "Reload"
    n: bpy.props.IntProperty(default=1)
    def execute(self, context):
        import addon_utils, sys
        name = __package__
        addon_utils.disable(name)
        for k in [k for k in sys.modules if k == name or k.startswith(name + ".")]: del sys.modules[k]
        addon_utils.enable(name)
        print("reloaded; type of self", type(self).__name__)
        return {'FINISHED'}
def register(): print("register"); bpy.utils.register_class(CASE_OT_reload)
def unregister(): print("unregister"); bpy.utils.unregister_class(CASE_OT_reload)
''')
addon_utils.enable("case_pkg")
#= value "<module 'case_pkg' from '<TMP>/*/addons/case_pkg/__init__.py'>"
#%% run
bpy.ops.case.reload()
#= value "{'FINISHED'}"
#%% again
bpy.ops.case.reload()
#= value "{'FINISHED'}"
