# title: assigning a property over one of the same name, same or other kind
#%%
import bpy
from bpy.props import *
S = bpy.types.Scene
s = bpy.context.scene
S.case = IntProperty(default=3)
s.case = 5
#= ok
#%% same kind, other default
S.case = IntProperty(default=4)
s.case
#= value "5"
#%% to float: what of the stored int
S.case = FloatProperty(default=0.5)
s.case
#= value "0.5"
#%% raw value
s["case"]
#= raises KeyError "'bpy_struct[key]: key \"case\" not found'"
#%% to string
S.case = StringProperty(default="str")
s.case
#= value "'str'"
#%% raw value is still the int
s["case"]
#= raises KeyError "'bpy_struct[key]: key \"case\" not found'"
#%% write as a string
s.case = "hello"
s["case"]
#= value "'hello'"
#%% back to int with a string stored
S.case = IntProperty(default=3)
s.case
#= value "3"
#%% to bool with a string stored
S.case = BoolProperty(default=True)
s.case
#= value "True"
#%% to enum with a string stored
S.case = EnumProperty(items=[('A', "", ""), ('B', "", "")], default='B')
s.case
#= value "'B'"
#%% to vector with a string stored
S.case = FloatVectorProperty(default=(1, 2, 3))
tuple(s.case)
#= value "(1.0, 2.0, 3.0)"
#%% write the vector, then to a vector of another size
s.case = (7, 8, 9)
S.case = FloatVectorProperty(size=2, default=(1, 2))
tuple(s.case)
#= value "(1.0, 2.0)"
#%% to a group pointer
class CASE_PG_a(bpy.types.PropertyGroup):
    x: IntProperty(default=1)
bpy.utils.register_class(CASE_PG_a)
S.case = PointerProperty(type=CASE_PG_a)
s.case.x
#= value "1"
#%% raw type
type(s["case"]).__name__
#= value "'IDPropertyGroup'"
