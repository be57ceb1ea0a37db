# title: classes built in unusual ways
#%%
import bpy
#= ok
#%% __slots__ on an operator
class CASE_OT_a(bpy.types.Operator):
    __slots__ = ("q",)
    bl_idname = "case.a"
    bl_label = "A"
bpy.utils.register_class(CASE_OT_a)
#= ok
#%% two RNA bases
class Two(bpy.types.Operator, bpy.types.Panel): pass
#= ok
#%% registering it
bpy.utils.register_class(Two)
#= raises AttributeError "expected Operator, Two class to have an \"bl_label\" attribute"
#%% ABC metaclass
import abc
class CASE_OT_m(bpy.types.Operator, metaclass=abc.ABCMeta):
    bl_idname = "case.m"
    bl_label = "A"
#= raises TypeError "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases"
#%% generic mixin first
import typing
T = typing.TypeVar("T")
class G(typing.Generic[T]): pass
class CASE_PG_g(G[int], bpy.types.PropertyGroup): pass
bpy.utils.register_class(CASE_PG_g)
#= ok
#%% dataclass
import dataclasses
@dataclasses.dataclass
class CASE_PG_d(bpy.types.PropertyGroup):
    x: bpy.props.IntProperty()
bpy.utils.register_class(CASE_PG_d)
#= ok
