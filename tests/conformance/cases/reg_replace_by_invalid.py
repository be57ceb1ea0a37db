# title: a class that fails validation does not push out the registered one
#%%
import bpy
class A(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "A"
bpy.utils.register_class(A)
#= ok
#%% fails: no label
class B(bpy.types.Operator):
    bl_idname = "case.a"
bpy.utils.register_class(B)
#= raises AttributeError "expected Operator, B class to have an \"bl_label\" attribute"
#%% state
(A.is_registered, B.is_registered, bpy.types.CASE_OT_a is A)
#= value "(True, False, True)"
