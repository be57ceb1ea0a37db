# title: reading a class's RNA facts
#%%
import bpy
class CASE_OT_a(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "A label"
    bl_options = {'REGISTER', 'UNDO'}
    x: bpy.props.IntProperty()
bpy.utils.register_class(CASE_OT_a)
#= ok
#%% identifier, base
(CASE_OT_a.bl_rna.identifier, CASE_OT_a.bl_rna.base.identifier)
#= value "('CASE_OT_a', 'Operator')"
#%% bl_idname as read from the class is rewritten to the internal form?
CASE_OT_a.bl_idname
#= value "'case.a'"
#%% options
sorted(bpy.ops.case.a.bl_options) if isinstance(bpy.ops.case.a.bl_options, set) else bpy.ops.case.a.bl_options
#= value "['REGISTER', 'UNDO']"
#%% module of the class
CASE_OT_a.__module__
#= value "'blender_case'"
#%% types of kinds of lookups by bl_idname
(bpy.types.Operator.bl_rna_get_subclass_py("CASE_OT_a") is CASE_OT_a, bpy.types.Operator.bl_rna_get_subclass("CASE_OT_a"))
#= raises ValueError "Class type \"Operator\" not supported"
#%% Panel lookup
bpy.types.Panel.bl_rna_get_subclass_py("VIEW3D_PT_tools_active") is bpy.types.VIEW3D_PT_tools_active
#= value "True"
#%% Menu lookup
bpy.types.Menu.bl_rna_get_subclass_py("VIEW3D_MT_object") is bpy.types.VIEW3D_MT_object
#= value "True"
