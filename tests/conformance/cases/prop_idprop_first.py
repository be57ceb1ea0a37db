# title: a custom property set by item before the property is defined
#%%
import bpy
from bpy.props import *
S = bpy.types.Scene
s = bpy.context.scene
s["case"] = 12
#= ok
#%% defined later
S.case = IntProperty(default=3)
s.case
#= value "12"
#%% a string under a pointer property
class CASE_PG_a(bpy.types.PropertyGroup):
    x: IntProperty(default=1)
bpy.utils.register_class(CASE_PG_a)
s["case_p"] = "text"
S.case_p = PointerProperty(type=CASE_PG_a)
s.case_p.x
#= value "1"
#%% raw now
type(s["case_p"]).__name__
#= value "'IDPropertyGroup'"
#%% a list under a collection property
s["case_c"] = [1, 2]
S.case_c = CollectionProperty(type=CASE_PG_a)
len(s.case_c)
#= value "0"
#%% property_unset and is_property_set
s.case = 8
(s.is_property_set("case"), s.property_unset("case"), s.is_property_set("case"), s.case)
#= value "(True, None, False, 3)"
