# title: string annotations that cannot be evaluated
#%%
from __future__ import annotations
import bpy
from bpy.props import IntProperty
class CASE_PG_a(bpy.types.PropertyGroup):
    a: IntProperty(default=3)
    b: Missing(default=3)
    c: IntProperty(default=3)
#= ok
#%% register
bpy.utils.register_class(CASE_PG_a)
#= raises NameError "name 'Missing' is not defined"
#%% state
(CASE_PG_a.is_registered, sorted(k for k in CASE_PG_a.bl_rna.properties.keys() if k not in ("rna_type", "name")))
#= value "(True, [])"
#%% locals of a function are not seen
def make():
    from bpy.props import FloatProperty as Local
    class CASE_PG_l(bpy.types.PropertyGroup):
        __annotations__ = {"a": "Local(default=1.0)"}
    return CASE_PG_l
c = make()
bpy.utils.register_class(c)
sorted(k for k in c.bl_rna.properties.keys() if k not in ("rna_type", "name"))
#= raises NameError "name 'Local' is not defined"
#%% a class whose module is not in sys.modules
class CASE_PG_m(bpy.types.PropertyGroup):
    __module__ = "not_a_module"
    __annotations__ = {"a": "IntProperty()"}
bpy.utils.register_class(CASE_PG_m)
sorted(k for k in CASE_PG_m.bl_rna.properties.keys() if k not in ("rna_type", "name"))
#= raises NameError "name 'IntProperty' is not defined"
