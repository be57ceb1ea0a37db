# title: a property assigned on ID shows on every ID type
#%%
import bpy
from bpy.props import IntProperty
bpy.types.ID.case_id = IntProperty(default=2)
#= ok
#%% read on a scene and an object
(bpy.context.scene.case_id, bpy.data.objects[0].case_id)
#= value "(2, 2)"
#%% in which property lists
("case_id" in bpy.types.ID.bl_rna.properties.keys(), "case_id" in bpy.types.Scene.bl_rna.properties.keys())
#= value "(True, True)"
#%% the subclass may define its own
bpy.types.Scene.case_id = IntProperty(default=5)
#= ok
#%% which value
(bpy.context.scene.case_id, bpy.data.objects[0].case_id)
#= value "(5, 2)"
