# title: the same deferred property object used in two classes
#%%
import bpy
from bpy.props import IntProperty
shared = IntProperty(default=6)
class CASE_PG_a(bpy.types.PropertyGroup):
    x: shared
class CASE_PG_b(bpy.types.PropertyGroup):
    x: shared
bpy.utils.register_class(CASE_PG_a)
bpy.utils.register_class(CASE_PG_b)
#= ok
#%% each has it
["x" in c.bl_rna.properties.keys() for c in (CASE_PG_a, CASE_PG_b)]
#= value "[True, True]"
#%% and on a scene
bpy.types.Scene.case = shared
bpy.context.scene.case
#= value "6"
