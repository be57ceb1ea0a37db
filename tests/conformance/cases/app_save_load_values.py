# title: stored values in a saved file, loaded without and with the add-on's classes
#%%
import bpy, os, tempfile
from bpy.props import *
class CASE_PG_a(bpy.types.PropertyGroup):
    x: IntProperty(default=1)
bpy.utils.register_class(CASE_PG_a)
bpy.types.Scene.case = PointerProperty(type=CASE_PG_a)
bpy.context.scene.case.x = 5
path = os.path.join(tempfile.mkdtemp(), "f.blend")
bpy.ops.wm.save_as_mainfile(filepath=path) and None
#= ok
#%% add-on off, file loaded
del bpy.types.Scene.case
bpy.utils.unregister_class(CASE_PG_a)
bpy.ops.wm.open_mainfile(filepath=path)
bpy.context.scene["case"].to_dict()
#= value "{'x': 5}"
#%% add-on on
bpy.utils.register_class(CASE_PG_a)
bpy.types.Scene.case = PointerProperty(type=CASE_PG_a)
bpy.context.scene.case.x
#= value "5"
#%% a scene held from before the load
s = bpy.context.scene
bpy.ops.wm.open_mainfile(filepath=path)
s.name
#= raises ReferenceError "StructRNA of type Scene has been removed"
