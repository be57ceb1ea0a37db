# title: register_class given the RNA base types themselves
#%%
import bpy
#= ok
#%% bpy_struct
bpy.utils.register_class(bpy.types.bpy_struct)
#= raises RuntimeError "register_class(...):, missing bl_rna attribute from 'type' instance (may not be registered)"
#%% Operator
bpy.utils.register_class(bpy.types.Operator)
#= raises ValueError "register_class(...): already registered as a subclass 'Operator'"
#%% Panel
bpy.utils.register_class(bpy.types.Panel)
#= raises ValueError "register_class(...): already registered as a subclass 'Panel'"
#%% PropertyGroup
bpy.utils.register_class(bpy.types.PropertyGroup)
#= raises ValueError "register_class(...): already registered as a subclass 'PropertyGroup'"
#%% ID
bpy.utils.register_class(bpy.types.ID)
#= raises ValueError "register_class(...): already registered as a subclass 'ID'"
#%% Scene
bpy.utils.register_class(bpy.types.Scene)
#= raises ValueError "register_class(...): already registered as a subclass 'Scene'"
#%% unregister Operator
bpy.utils.unregister_class(bpy.types.Operator)
#= ok
#%% unregister Scene
bpy.utils.unregister_class(bpy.types.Scene)
#= raises ValueError "unregister_class(...): expected a Type subclassed from a registerable RNA type (no unregister supported)"
