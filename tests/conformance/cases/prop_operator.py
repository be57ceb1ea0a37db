# title: operator properties: defaults, keywords, remembered values
#%%
import bpy
from bpy.props import *
class CASE_OT_a(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "A"
    x: IntProperty(default=3)
    e: EnumProperty(items=[('A', "", ""), ('B', "", "")])
    def execute(self, context):
        print(self.x, self.e, type(self.properties).__name__)
        return {'FINISHED'}
bpy.utils.register_class(CASE_OT_a)
#= ok
#%% defaults
bpy.ops.case.a()
#= value "{'FINISHED'}"
#%% keywords
bpy.ops.case.a(x=5, e='B')
#= value "{'FINISHED'}"
#%% not remembered from a scripted call
bpy.ops.case.a()
#= value "{'FINISHED'}"
#%% bad value
bpy.ops.case.a(x="no")
#= raises TypeError "Converting py args to operator properties:  CASE_OT_a.x expected an int type, not str"
#%% bad enum
bpy.ops.case.a(e='Z')
#= raises TypeError "Converting py args to operator properties:  enum \"Z\" not found in ('A', 'B')"
#%% unknown
bpy.ops.case.a(z=1)
#= raises TypeError "Converting py args to operator properties: : keyword \"z\" unrecognized"
#%% last properties after the class is replaced
bpy.context.window_manager.operator_properties_last("case.a").x
#= value "3"
