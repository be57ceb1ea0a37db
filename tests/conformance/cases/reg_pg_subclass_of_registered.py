# title: property group deriving from a registered property group
#%%
import bpy
class CASE_PG_a(bpy.types.PropertyGroup):
    x: bpy.props.IntProperty(default=1)
class CASE_PG_b(CASE_PG_a):
    y: bpy.props.IntProperty(default=2)
bpy.utils.register_class(CASE_PG_a)
#= ok
#%% the subclass
bpy.utils.register_class(CASE_PG_b)
#= ok
#%% its properties
sorted(k for k in CASE_PG_b.bl_rna.properties.keys() if k not in ("rna_type", "name"))
#= value "['x', 'y']"
#%% bl_rna base
(CASE_PG_b.bl_rna.base.identifier, CASE_PG_a.bl_rna.base.identifier)
#= value "('PropertyGroup', 'PropertyGroup')"
#%% unregister the base first
bpy.utils.unregister_class(CASE_PG_a)
#= ok
#%% the subclass is still usable
bpy.types.Scene.case = bpy.props.PointerProperty(type=CASE_PG_b)
#= ok
#%% values
(bpy.context.scene.case.y, bpy.context.scene.case.x)
#= value "(2, 1)"
