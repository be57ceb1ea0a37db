# title: values on WindowManager and Scene when a new file is read
#%%
import bpy
from bpy.props import IntProperty
bpy.types.WindowManager.case = IntProperty(default=3)
bpy.types.Scene.case = IntProperty(default=3)
bpy.context.window_manager.case = 8
bpy.context.scene.case = 8
#= ok
#%% read a new file
bpy.ops.wm.read_homefile()
#= value "{'FINISHED'}"
#%% the definitions stay, the scene's value does not
(hasattr(bpy.types.Scene, "case"), bpy.context.scene.case, bpy.context.window_manager.case)
#= value "(True, 3, 3)"
