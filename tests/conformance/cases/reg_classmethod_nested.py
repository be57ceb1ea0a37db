# title: register() classmethod that registers and unregisters others
#%%
import bpy
class CASE_PG_in(bpy.types.PropertyGroup):
    x: bpy.props.IntProperty()
class CASE_PG_out(bpy.types.PropertyGroup):
    @classmethod
    def register(cls):
        bpy.utils.register_class(CASE_PG_in)
        bpy.types.Scene.case = bpy.props.PointerProperty(type=cls)
    @classmethod
    def unregister(cls):
        del bpy.types.Scene.case
        bpy.utils.unregister_class(CASE_PG_in)
#= ok
#%% register
bpy.utils.register_class(CASE_PG_out)
#= ok
#%% state
(CASE_PG_in.is_registered, type(bpy.context.scene.case) is CASE_PG_out)
#= value "(True, True)"
#%% unregister
bpy.utils.unregister_class(CASE_PG_out)
#= ok
#%% state
(CASE_PG_in.is_registered, hasattr(bpy.types.Scene, "case"))
#= value "(False, False)"
