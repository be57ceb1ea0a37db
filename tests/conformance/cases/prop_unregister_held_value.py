# title: a Python reference to a group value held across unregister_class
# unstable: undefined behaviour in Blender 3.4.1; recorded, not compared
#%%
import bpy
from bpy.props import *
class CASE_PG_a(bpy.types.PropertyGroup):
    x: IntProperty(default=1)
bpy.utils.register_class(CASE_PG_a)
bpy.types.Scene.case = PointerProperty(type=CASE_PG_a)
s = bpy.context.scene
held = s.case
held.x = 5
#= ok
#%% remove property then class
del bpy.types.Scene.case
bpy.utils.unregister_class(CASE_PG_a)
#= ok
#%% Python type of the held reference
type(held) is CASE_PG_a
#= value "True"
#%% read through the held reference
held.x
#= raises AttributeError "'CASE_PG_a' object has no attribute 'x'"
