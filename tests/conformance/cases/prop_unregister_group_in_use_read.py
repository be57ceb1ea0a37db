# title: reading a pointer property whose group was unregistered
# unstable: undefined behaviour in Blender 3.4.1; recorded, not compared
#%%
import bpy
from bpy.props import *
class CASE_PG_a(bpy.types.PropertyGroup):
    x: IntProperty(default=1)
bpy.utils.register_class(CASE_PG_a)
bpy.types.Scene.case = PointerProperty(type=CASE_PG_a)
s = bpy.context.scene
s.case.x = 5
bpy.utils.unregister_class(CASE_PG_a)
#= ok
#%% read the pointer
s.case
#= value "bpy.data.scenes['Scene'].case"
#%% read a value through it
s.case.x
#= raises AttributeError "'CASE_PG_a' object has no attribute 'x'"
