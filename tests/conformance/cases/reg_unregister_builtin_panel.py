# title: unregistering a panel and an operator Blender ships, then registering again
#%%
import bpy
P = bpy.types.VIEW3D_PT_tools_active
#= ok
#%% unregister
bpy.utils.unregister_class(P)
#= ok
#%% gone
hasattr(bpy.types, "VIEW3D_PT_tools_active")
#= value "False"
#%% back
bpy.utils.register_class(P)
#= ok
#%% there
bpy.types.VIEW3D_PT_tools_active is P
#= value "True"
