# title: reading a factory file keeps registered classes
#%%
import bpy
class CASE_PG_a(bpy.types.PropertyGroup):
    x: bpy.props.IntProperty(default=4)
bpy.utils.register_class(CASE_PG_a)
bpy.types.Scene.case = bpy.props.PointerProperty(type=CASE_PG_a)
bpy.context.scene.case.x = 9
#= ok
#%% new file
bpy.ops.wm.read_homefile(use_empty=True)
(CASE_PG_a.is_registered, bpy.context.scene.case.x)
#= value "(True, 4)"
#%% factory settings: the add-on preferences are reset too
bpy.ops.wm.read_factory_settings()
(CASE_PG_a.is_registered, bpy.context.scene.case.x)
#= value "(True, 4)"
