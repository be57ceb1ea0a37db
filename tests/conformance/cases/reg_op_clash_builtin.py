# title: an operator that takes the bl_idname of a C operator hides it until unregistered
#%%
import bpy
class My(bpy.types.Operator):
    bl_idname = "mesh.primitive_cube_add"
    bl_label = "mine"
    def execute(self, context):
        print("mine"); return {'FINISHED'}
#= ok
#%% register
bpy.utils.register_class(My)
#= ok
#%% which runs
bpy.ops.mesh.primitive_cube_add()
#= value "{'FINISHED'}"
#%% unregister
bpy.utils.unregister_class(My)
#= ok
#%% the C operator shows again
bpy.ops.mesh.primitive_cube_add()
#= value "{'FINISHED'}"
