# title: unregister_class on a group that a collection property uses
#%%
import bpy
from bpy.props import *
class CASE_PG_a(bpy.types.PropertyGroup):
    x: IntProperty(default=1)
bpy.utils.register_class(CASE_PG_a)
bpy.types.Scene.case = CollectionProperty(type=CASE_PG_a)
s = bpy.context.scene
s.case.add().x = 5
#= ok
#%% unregister while in use
bpy.utils.unregister_class(CASE_PG_a)
#= ok
#%% length is still readable
len(s.case)
#= value "1"
