# title: unregister_class on a group that a pointer property uses
#%%
import bpy
from bpy.props import *
class CASE_PG_a(bpy.types.PropertyGroup):
    x: IntProperty(default=1)
bpy.utils.register_class(CASE_PG_a)
bpy.types.Scene.case = PointerProperty(type=CASE_PG_a)
s = bpy.context.scene
s.case.x = 5
#= ok
#%% unregister while in use
bpy.utils.unregister_class(CASE_PG_a)
#= ok
#%% state
CASE_PG_a.is_registered
#= value "False"
#%% is the pointer property still defined
"case" in bpy.types.Scene.bl_rna.properties.keys()
#= value "True"
