# title: group values across unregister and re-register of the class
#%%
import bpy
from bpy.props import *
S = bpy.types.Scene
s = bpy.context.scene
def gen(ann):
    return type("CASE_PG_a", (bpy.types.PropertyGroup,), {"__annotations__": ann, "__module__": __name__})
A = gen({"x": IntProperty(default=1), "y": StringProperty(default="d"), "gone": IntProperty()})
bpy.utils.register_class(A)
S.case = PointerProperty(type=A)
S.case_list = CollectionProperty(type=A)
s.case.x, s.case.y, s.case.gone = 5, "kept", 9
s.case_list.add().x = 6
#= ok
#%% tear down
del S.case
del S.case_list
bpy.utils.unregister_class(A)
(s["case"].to_dict(), [d.to_dict() for d in s["case_list"]])
#= value "({'x': 5, 'y': 'kept', 'gone': 9}, [{'x': 6}])"
#%% new generation: x changed to string, y kept, gone dropped, z new
B = gen({"x": StringProperty(default="newdef"), "y": StringProperty(default="d2"), "z": IntProperty(default=4)})
bpy.utils.register_class(B)
S.case = PointerProperty(type=B)
S.case_list = CollectionProperty(type=B)
#= ok
#%% values
(s.case.x, s.case.y, s.case.z, s.case.get("gone"), len(s.case_list), s.case_list[0].x)
#= value "('newdef', 'kept', 4, 9, 1, 'newdef')"
#%% raw
s["case"].to_dict()
#= value "{'y': 'kept', 'gone': 9}"
#%% pointer and collection swapped over stored data
del S.case
del S.case_list
S.case = CollectionProperty(type=B)
len(s.case)
#= value "0"
#%% and the collection's data read as a pointer
S.case_list = PointerProperty(type=B)
s.case_list.z
#= value "4"
#%% raw types now
(type(s["case"]).__name__, type(s["case_list"]).__name__)
#= raises KeyError "'bpy_struct[key]: key \"case\" not found'"
