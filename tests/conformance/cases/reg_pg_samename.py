# title: another property group class of the same name
#%%
import bpy
def make(kind):
    class CASE_PG_a(bpy.types.PropertyGroup):
        __annotations__ = {"x": kind()}
    return CASE_PG_a
A, B = make(bpy.props.IntProperty), make(bpy.props.StringProperty)
bpy.utils.register_class(A)
#= ok
#%% second
bpy.utils.register_class(B)
#= ok
#%% state
(A.is_registered, B.is_registered)
#= value "(True, True)"
#%% property groups are not attributes of bpy.types
(hasattr(bpy.types, "CASE_PG_a"), "CASE_PG_a" in dir(bpy.types))
#= value "(False, False)"
#%% looked up by name through a base class
(bpy.types.PropertyGroup.bl_rna_get_subclass("CASE_PG_a"), bpy.types.PropertyGroup.bl_rna_get_subclass_py("CASE_PG_a"))
#= raises ValueError "Class type \"PropertyGroup\" not supported"
#%% both are in use independently
bpy.types.Scene.case_a = bpy.props.PointerProperty(type=A)
bpy.types.Scene.case_b = bpy.props.PointerProperty(type=B)
s = bpy.context.scene
s.case_a.x, s.case_b.x = 3, "three"
(s.case_a.x, s.case_b.x, type(s.case_a) is A, type(s.case_b) is B)
#= value "(3, 'three', True, True)"
#%% unregister both
del bpy.types.Scene.case_a
del bpy.types.Scene.case_b
bpy.utils.unregister_class(A)
bpy.utils.unregister_class(B)
(A.is_registered, B.is_registered)
#= value "(False, False)"
