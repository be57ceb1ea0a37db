# title: SpaceView3D.draw_handler_add
#%%
import bpy
def f(*a): pass
#= ok
#%% add
h = bpy.types.SpaceView3D.draw_handler_add(f, (), 'WINDOW', 'POST_VIEW')
type(h).__name__
#= value "'PyCapsule'"
#%% add again
h2 = bpy.types.SpaceView3D.draw_handler_add(f, (), 'WINDOW', 'POST_VIEW')
#= ok
#%% remove
bpy.types.SpaceView3D.draw_handler_remove(h, 'WINDOW')
#= ok
#%% remove twice
bpy.types.SpaceView3D.draw_handler_remove(h, 'WINDOW')
#= raises ValueError "callback_remove(handler): NULL handler given, invalid or already removed"
#%% wrong region
bpy.types.SpaceView3D.draw_handler_remove(h2, 'HEADER')
#= ok
#%% unknown region
bpy.types.SpaceView3D.draw_handler_add(f, (), 'NOPE', 'POST_VIEW')
#= raises ValueError "enum identifier: 'NOPE' not found in ('WINDOW', 'HEADER', 'CHANNELS', 'TEMPORARY', 'UI', 'TOOLS', 'TOOL_PROPS', 'PREVIEW', 'HUD', 'NAVIGATION_BAR', 'EXECUTE', 'FOOTER', 'TOOL_HEADER', 'XR')"
#%% too few arguments
bpy.types.SpaceView3D.draw_handler_add(f)
#= raises TypeError "Space.draw_handler_add() takes exactly 5 arguments (2 given)"
#%% args not a tuple
bpy.types.SpaceView3D.draw_handler_add(f, [], 'WINDOW', 'POST_VIEW')
#= raises TypeError "Space.draw_handler_add() argument 3 must be tuple, not list"
