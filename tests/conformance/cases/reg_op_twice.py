# title: the same operator class registered twice
#%%
import bpy
class CASE_OT_a(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "A"
bpy.utils.register_class(CASE_OT_a)
#= ok
#%% again
bpy.utils.register_class(CASE_OT_a)
#= raises ValueError "register_class(...): already registered as a subclass 'CASE_OT_a'"
#%% still registered
(CASE_OT_a.is_registered, hasattr(bpy.types, "CASE_OT_a"))
#= value "(True, True)"
