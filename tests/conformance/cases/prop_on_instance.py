# title: a property assigned to an instance, not a class
#%%
import bpy
from bpy.props import IntProperty
#= ok
#%% instance attribute of a scene
bpy.context.scene.case = IntProperty()
#= raises AttributeError "'Scene' object has no attribute 'case'"
#%% item assignment
bpy.context.scene["case"] = IntProperty()
#= raises TypeError "invalid id-property type _PropertyDeferred not supported"
#%% on a plain Python class
class P: pass
P.case = IntProperty()
type(P.case).__name__
#= value "'_PropertyDeferred'"
