# title: registering the outer group before the group it points to
#%%
import bpy
from bpy.props import *
class CASE_PG_in(bpy.types.PropertyGroup):
    x: IntProperty(default=1)
class CASE_PG_out(bpy.types.PropertyGroup):
    before: IntProperty(default=2)
    inner: PointerProperty(type=CASE_PG_in)
    items: CollectionProperty(type=CASE_PG_in)
    after: IntProperty(default=3)
#= ok
#%% outer first: no exception, a printed error
bpy.utils.register_class(CASE_PG_out)
#= raises ValueError "bpy_struct \"CASE_PG_out\" registration error: 'inner' PointerProperty could not register (see previous error)"
#%% registered, but which properties has it
(CASE_PG_out.is_registered, sorted(k for k in CASE_PG_out.bl_rna.properties.keys() if k not in ("rna_type", "name")))
#= value "(True, ['before'])"
#%% use it
bpy.types.Scene.case = PointerProperty(type=CASE_PG_out)
s = bpy.context.scene
s.case.before
#= value "2"
#%% the missing one
s.case.inner
#= raises AttributeError "'CASE_PG_out' object has no attribute 'inner'"
#%% and the one after
s.case.after
#= raises AttributeError "'CASE_PG_out' object has no attribute 'after'"
#%% now the inner
bpy.utils.register_class(CASE_PG_in)
#= ok
#%% does not repair the outer
hasattr(s.case, "inner")
#= value "False"
