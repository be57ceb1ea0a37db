# title: cls.bl_rna read before and after unregister_class
# unstable: undefined behaviour in Blender 3.4.1; recorded, not compared
#%%
import bpy
class CASE_OT_a(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "A"
bpy.utils.register_class(CASE_OT_a)
#= ok
#%% read once
CASE_OT_a.bl_rna.identifier
#= value "'CASE_OT_a'"
#%% unregister
bpy.utils.unregister_class(CASE_OT_a)
#= ok
#%% is_registered
CASE_OT_a.is_registered
#= value "False"
#%% read again: a freed object
CASE_OT_a.bl_rna.identifier
#= signal SIGSEGV
