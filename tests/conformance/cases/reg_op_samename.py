# title: another operator class object with the same name and bl_idname
#%%
import bpy
def make(tag):
    class CASE_OT_a(bpy.types.Operator):
        bl_idname = "case.a"
        bl_label = tag
        def execute(self, context):
            print("ran", tag)
            return {'FINISHED'}
    return CASE_OT_a
A, B = make("one"), make("two")
bpy.utils.register_class(A)
#= ok
#%% register the second while the first is registered
bpy.utils.register_class(B)
#= ok
#%% state of both
(A.is_registered, B.is_registered, bpy.types.CASE_OT_a is A, bpy.types.CASE_OT_a is B)
#= value "(False, True, False, True)"
#%% which one runs
bpy.ops.case.a()
#= value "{'FINISHED'}"
#%% unregister the one that was pushed out
bpy.utils.unregister_class(A)
#= raises RuntimeError "unregister_class(...):, missing bl_rna attribute from 'RNAMeta' instance (may not be registered)"
#%% the second is still in place
(B.is_registered, bpy.types.CASE_OT_a is B)
#= value "(True, True)"
#%% register the first again: it pushes the second out
bpy.utils.register_class(A)
#= ok
#%% state
(A.is_registered, B.is_registered, bpy.types.CASE_OT_a is A)
#= value "(True, False, True)"
#%% runs
bpy.ops.case.a()
#= value "{'FINISHED'}"
