# title: two operator classes with one class name and two bl_idnames
#%%
import bpy
def make(idname):
    class Same(bpy.types.Operator):
        bl_label = "x"
        def execute(self, context):
            return {'FINISHED'}
    Same.bl_idname = idname
    return Same
A, B = make("case.a"), make("case.b")
#= ok
#%% both register side by side
bpy.utils.register_class(A)
bpy.utils.register_class(B)
#= ok
#%% both there
(A.is_registered, B.is_registered, sorted(dir(bpy.ops.case)), bpy.types.CASE_OT_a is A, bpy.types.CASE_OT_b is B)
#= value "(True, True, ['a', 'b'], True, True)"
