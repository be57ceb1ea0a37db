# title: a property group that takes the name of a built-in type
#%%
import bpy
Scene0 = bpy.types.Scene
class Scene(bpy.types.PropertyGroup):
    x: bpy.props.IntProperty()
#= ok
#%% register
bpy.utils.register_class(Scene)
#= ok
#%% what the name gives
(bpy.types.Scene is Scene0, bpy.types.Scene is Scene)
#= value "(True, False)"
#%% unregister
bpy.utils.unregister_class(Scene)
#= ok
#%% afterwards
(hasattr(bpy.types, "Scene"), "Scene" in dir(bpy.types))
#= value "(True, True)"
#%% the scene itself
bpy.context.scene.name
#= value "'Scene'"
