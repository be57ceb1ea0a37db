# title: properties assigned as class attributes, the 2.7x way
#%%
import bpy
from bpy.props import IntProperty
class CASE_PG_a(bpy.types.PropertyGroup):
    x = IntProperty(default=3)
    y: IntProperty(default=4)
#= ok
#%% register
bpy.utils.register_class(CASE_PG_a)
#= ok
#%% which became RNA properties
sorted(k for k in CASE_PG_a.bl_rna.properties.keys() if k not in ("rna_type", "name"))
#= value "['y']"
#%% the other stays a deferred object
bpy.types.Scene.case = bpy.props.PointerProperty(type=CASE_PG_a)
(type(bpy.context.scene.case.x).__name__, bpy.context.scene.case.y)
#= value "('_PropertyDeferred', 4)"
#%% in an operator
class CASE_OT_a(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "A"
    x = IntProperty(default=3)
bpy.utils.register_class(CASE_OT_a)
#= ok
#%% call with it
bpy.ops.case.a(x=1)
#= raises TypeError "Converting py args to operator properties: : keyword \"x\" unrecognized"
