# title: register attribute that is not callable
#%%
import bpy
class CASE_OT_a(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "A"
    register = 5
#= ok
#%% register
bpy.utils.register_class(CASE_OT_a)
#= raises TypeError "'int' object is not callable"
#%% plain function with self
class CASE_OT_b(bpy.types.Operator):
    bl_idname = "case.b"
    bl_label = "A"
    def register(self): pass
bpy.utils.register_class(CASE_OT_b)
#= raises TypeError "CASE_OT_b.register() missing 1 required positional argument: 'self'"
#%% states
(CASE_OT_a.is_registered, CASE_OT_b.is_registered)
#= value "(True, True)"
