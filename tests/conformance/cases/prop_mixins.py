# title: properties from mixins and bases, and their order
#%%
import bpy
from bpy.props import IntProperty
class Mix1:
    a: IntProperty(default=1)
    shared: IntProperty(default=1)
class Mix2:
    b: IntProperty(default=2)
    shared: IntProperty(default=2)
class CASE_PG_a(Mix1, Mix2, bpy.types.PropertyGroup):
    c: IntProperty(default=3)
bpy.utils.register_class(CASE_PG_a)
bpy.types.Scene.case = bpy.props.PointerProperty(type=CASE_PG_a)
s = bpy.context.scene
#= ok
#%% order of definition
[k for k in CASE_PG_a.bl_rna.properties.keys() if k not in ("rna_type", "name")]
#= value "['b', 'shared', 'a', 'c']"
#%% which default wins
(s.case.a, s.case.b, s.case.c, s.case.shared)
#= value "(1, 2, 3, 1)"
#%% mixin after the RNA base
class CASE_PG_b(bpy.types.PropertyGroup, Mix2):
    d: IntProperty(default=4)
bpy.utils.register_class(CASE_PG_b)
[k for k in CASE_PG_b.bl_rna.properties.keys() if k not in ("rna_type", "name")]
#= value "['b', 'shared', 'd']"
#%% override in the class itself
class CASE_PG_c(Mix1, bpy.types.PropertyGroup):
    a: IntProperty(default=77)
bpy.utils.register_class(CASE_PG_c)
bpy.types.Scene.case_c = bpy.props.PointerProperty(type=CASE_PG_c)
s.case_c.a
#= value "77"
#%% base-less mixin of a mixin
class Mix3(Mix1):
    e: IntProperty(default=5)
class CASE_PG_d(Mix3, bpy.types.PropertyGroup): pass
bpy.utils.register_class(CASE_PG_d)
[k for k in CASE_PG_d.bl_rna.properties.keys() if k not in ("rna_type", "name")]
#= value "['a', 'shared', 'e']"
