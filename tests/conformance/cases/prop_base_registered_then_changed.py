# title: base group re-registered with other properties under a derived one
#%%
import bpy
from bpy.props import IntProperty
class Base(bpy.types.PropertyGroup):
    a: IntProperty(default=1)
class CASE_PG_a(Base):
    b: IntProperty(default=2)
bpy.utils.register_class(Base)
bpy.utils.register_class(CASE_PG_a)
bpy.utils.unregister_class(Base)
Base.__annotations__ = {"a2": IntProperty(default=5)}
bpy.utils.register_class(Base)
#= ok
#%% derived keeps what it had when it was registered
[k for k in CASE_PG_a.bl_rna.properties.keys() if k not in ("rna_type", "name")]
#= value "['a', 'b']"
#%% until it is registered again
bpy.utils.unregister_class(CASE_PG_a)
bpy.utils.register_class(CASE_PG_a)
[k for k in CASE_PG_a.bl_rna.properties.keys() if k not in ("rna_type", "name")]
#= value "['a2', 'b']"
