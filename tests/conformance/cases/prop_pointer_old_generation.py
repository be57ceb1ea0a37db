# title: pointing at the class object of an earlier generation
#%%
import bpy
from bpy.props import *
def gen(n):
    class CASE_PG_a(bpy.types.PropertyGroup):
        __annotations__ = {"x": IntProperty(default=n)}
    return CASE_PG_a
old = gen(1)
bpy.utils.register_class(old)
bpy.utils.unregister_class(old)
new = gen(2)
bpy.utils.register_class(new)
S = bpy.types.Scene
s = bpy.context.scene
#= ok
#%% pointer to the old class object
S.case = PointerProperty(type=old)
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' PointerProperty could not register (see previous error)"
#%% state
hasattr(S, "case")
#= value "False"
#%% pointer to the new one
S.case = PointerProperty(type=new)
#= ok
#%% value
(s.case.x, type(s.case) is new)
#= value "(2, True)"
#%% collection of the old one
S.case_c = CollectionProperty(type=old)
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case_c' CollectionProperty could not register (see previous error)"
