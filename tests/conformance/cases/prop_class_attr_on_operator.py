# title: assigning a property on a registered operator class
#%%
import bpy
from bpy.props import IntProperty
class CASE_OT_a(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "A"
    def execute(self, context): return {'FINISHED'}
bpy.utils.register_class(CASE_OT_a)
#= ok
#%% assign
CASE_OT_a.y = IntProperty(default=8)
#= ok
#%% just an attribute, the metaclass does not take it
(type(CASE_OT_a.y).__name__, "y" in bpy.ops.case.a.get_rna_type().properties.keys())
#= value "('_PropertyDeferred', False)"
