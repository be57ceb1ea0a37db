# title: ordinary type hints next to properties
#%%
from __future__ import annotations
import bpy, typing
from bpy.props import IntProperty
if typing.TYPE_CHECKING:
    from nowhere import OnlyForChecking
class CASE_PG_a(bpy.types.PropertyGroup):
    count: int
    x: IntProperty(default=3)
    later: typing.ClassVar[int] = 3
#= ok
#%% register
bpy.utils.register_class(CASE_PG_a)
#= ok
#%% properties
sorted(k for k in CASE_PG_a.bl_rna.properties.keys() if k not in ("rna_type", "name"))
#= value "['x']"
#%% a hint only there for checking
class CASE_PG_b(bpy.types.PropertyGroup):
    __annotations__ = {"a": "IntProperty()", "other": "OnlyForChecking"}
bpy.utils.register_class(CASE_PG_b)
sorted(k for k in CASE_PG_b.bl_rna.properties.keys() if k not in ("rna_type", "name"))
#= raises NameError "name 'OnlyForChecking' is not defined"
#%% Optional and None hints
class CASE_PG_c(bpy.types.PropertyGroup):
    __annotations__ = {"a": IntProperty(), "n": None, "o": typing.Optional[int]}
bpy.utils.register_class(CASE_PG_c)
sorted(k for k in CASE_PG_c.bl_rna.properties.keys() if k not in ("rna_type", "name"))
#= value "['a']"
