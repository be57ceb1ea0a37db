# title: unregister() classmethod that raises
#%%
import bpy
class CASE_OT_a(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "A"
    boom = True
    @classmethod
    def unregister(cls):
        if cls.boom:
            raise ValueError("no")
bpy.utils.register_class(CASE_OT_a)
#= ok
#%% unregister
bpy.utils.unregister_class(CASE_OT_a)
#= raises ValueError "no"
#%% the class is still registered
(CASE_OT_a.is_registered, hasattr(bpy.types, "CASE_OT_a"))
#= value "(True, True)"
#%% once it no longer raises
CASE_OT_a.boom = False
bpy.utils.unregister_class(CASE_OT_a)
#= ok
#%% state
(CASE_OT_a.is_registered, hasattr(bpy.types, "CASE_OT_a"))
#= value "(False, False)"
