# title: two registered classes share a base class that is itself not registered
#%%
import bpy
class Base(bpy.types.Operator):
    bl_label = "x"
    def execute(self, context):
        print(type(self).__name__); return {'FINISHED'}
class CASE_OT_a(Base):
    bl_idname = "case.a"
class CASE_OT_b(Base):
    bl_idname = "case.b"
bpy.utils.register_class(CASE_OT_a)
bpy.utils.register_class(CASE_OT_b)
#= ok
#%% both run
(bpy.ops.case.a(), bpy.ops.case.b())
#= value "({'FINISHED'}, {'FINISHED'})"
#%% the base
Base.is_registered
#= value "False"
#%% unregister both
bpy.utils.unregister_class(CASE_OT_a)
bpy.utils.unregister_class(CASE_OT_b)
#= ok
