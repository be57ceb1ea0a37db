# title: registering a subclass of a registered operator makes the base operator do nothing
#%%
import bpy
class CASE_OT_a(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "A"
    def execute(self, context):
        print("A runs"); return {'FINISHED'}
bpy.utils.register_class(CASE_OT_a)
#= ok
#%% before
bpy.ops.case.a()
#= value "{'FINISHED'}"
#%% register a subclass with its own bl_idname
class CASE_OT_b(CASE_OT_a):
    bl_idname = "case.b"
    bl_label = "B"
bpy.utils.register_class(CASE_OT_b)
#= ok
#%% what bpy.types gives before the call
bpy.types.CASE_OT_a is CASE_OT_a
#= value "False"
#%% the base
bpy.ops.case.a()
#= raises RuntimeError "Error: Python: TypeError: could not find function execute in CASE_OT_a to execute callback\nLocation: *\n"
#%% the subclass
bpy.ops.case.b()
#= value "{'FINISHED'}"
#%% unregister the base
bpy.utils.unregister_class(CASE_OT_a)
#= ok
