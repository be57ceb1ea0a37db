# title: the same property on other scenes and new objects
#%%
import bpy
from bpy.props import IntProperty
bpy.types.Object.case = IntProperty(default=3)
o = bpy.data.objects.new("o", None)
#= ok
#%% a new object
o.case
#= value "3"
#%% copied with the object
o.case = 9
o.copy().case
#= value "9"
#%% removed: attribute error text
del bpy.types.Object.case
o.case
#= raises AttributeError "'Object' object has no attribute 'case'"
#%% setting after removal
o.case = 4
#= raises AttributeError "'Object' object has no attribute 'case'"
#%% the stored value stays
o["case"]
#= value "9"
