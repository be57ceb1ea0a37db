# title: same-named property group registered while the first is pointed to
#%%
import bpy
def make(kind):
    class CASE_PG_a(bpy.types.PropertyGroup):
        __annotations__ = {"x": kind()}
    return CASE_PG_a
A, B = make(bpy.props.IntProperty), make(bpy.props.StringProperty)
bpy.utils.register_class(A)
bpy.types.Scene.case = bpy.props.PointerProperty(type=A)
s = bpy.context.scene
s.case.x = 5
#= ok
#%% second
bpy.utils.register_class(B)
#= ok
#%% state
(A.is_registered, B.is_registered)
#= value "(True, True)"
#%% class behind the pointer property
type(s.case).__name__
#= value "'CASE_PG_a'"
#%% is it the old class or the new
(type(s.case) is A, type(s.case) is B)
#= value "(True, False)"
#%% read through it
s.case.x
#= value "5"
