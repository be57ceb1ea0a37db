# title: an operator class replaced from inside its own execute
#%%
import bpy
def make(tag, replace=None):
    class CASE_OT_a(bpy.types.Operator):
        bl_idname = "case.a"
        bl_label = tag
        def execute(self, context):
            if replace is not None:
                bpy.utils.register_class(replace)
            print("ran", tag)
            return {'FINISHED'}
    return CASE_OT_a
B = make("two")
A = make("one", B)
bpy.utils.register_class(A)
#= ok
#%% first call
bpy.ops.case.a()
#= value "{'FINISHED'}"
#%% second call
bpy.ops.case.a()
#= value "{'FINISHED'}"
