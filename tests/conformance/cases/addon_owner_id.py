# title: the owner id during register()
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
from _bpy import _bl_owner_id_get
print("import", _bl_owner_id_get())
class CASE_PT_a(bpy.types.Panel):
    bl_label = "A"
    bl_space_type = 'VIEW_3D'
    bl_region_type = 'UI'
    def draw(self, context): pass
def extra(self, context): pass
def register():
    print("register", _bl_owner_id_get())
    bpy.utils.register_class(CASE_PT_a)
    bpy.types.VIEW3D_MT_object.append(extra)
def unregister():
    print("unregister", _bl_owner_id_get())
    bpy.types.VIEW3D_MT_object.remove(extra)
    bpy.utils.unregister_class(CASE_PT_a)
''')
m = addon_utils.enable("case_one")
#= ok
#%% the panel's owner
bpy.types.CASE_PT_a.bl_owner_id
#= raises AttributeError "type object 'CASE_PT_a' has no attribute 'bl_owner_id'"
#%% the draw function's owner
m.extra._owner
#= value "'case_one'"
#%% disable
addon_utils.disable("case_one")
#= ok
#%% registered outside addon_utils: no owner
m.register()
getattr(bpy.types.CASE_PT_a, "bl_owner_id", "absent")
#= value "'absent'"
#%% explicit in the class dictionary?
"bl_owner_id" in m.CASE_PT_a.__dict__
#= value "False"
