# title: cls.bl_rna first read only after unregister_class
#%%
import bpy
class CASE_OT_a(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "A"
bpy.utils.register_class(CASE_OT_a)
bpy.utils.unregister_class(CASE_OT_a)
#= ok
#%% falls back to the base's
CASE_OT_a.bl_rna.identifier
#= value "'Operator'"
