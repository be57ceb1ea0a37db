# title: a class that validates but has a bad property has already pushed out the old one
#%%
import bpy
class A(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "A"
bpy.utils.register_class(A)
class B(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "B"
    ok1: bpy.props.IntProperty()
    _bad: bpy.props.IntProperty()
    ok2: bpy.props.IntProperty()
#= ok
#%% fails in its properties
bpy.utils.register_class(B)
#= ok
#%% state: the new class stays registered, half made
(A.is_registered, B.is_registered, bpy.types.CASE_OT_a is B)
#= value "(False, True, True)"
#%% its properties
sorted(k for k in bpy.ops.case.a.get_rna_type().properties.keys() if k != "rna_type")
#= value "['ok1']"
#%% unregister works
bpy.utils.unregister_class(B)
(A.is_registered, B.is_registered, hasattr(bpy.types, "CASE_OT_a"))
#= value "(False, False, False)"
