# title: old generation not unregistered before the new is registered
#%%
import bpy
from bpy.props import *
def gen(n):
    class CASE_PG_a(bpy.types.PropertyGroup):
        __annotations__ = {"x": IntProperty(default=n)}
    return CASE_PG_a
old, new = gen(1), gen(2)
bpy.utils.register_class(old)
S = bpy.types.Scene
S.case = PointerProperty(type=old)
s = bpy.context.scene
s.case.x = 11
#= ok
#%% the reload forgot to unregister: register the new generation
bpy.utils.register_class(new)
#= ok
#%% the property still shows the old generation
(type(s.case) is old, s.case.x)
#= value "(True, 11)"
#%% point it at the new one
S.case = PointerProperty(type=new)
(type(s.case) is new, s.case.x)
#= value "(True, 11)"
#%% unregister the new while the old lives on
del S.case
bpy.utils.unregister_class(new)
(old.is_registered, new.is_registered)
#= value "(True, False)"
#%% old is usable still
S.case = PointerProperty(type=old)
(type(s.case) is old, s.case.x)
#= value "(True, 11)"
