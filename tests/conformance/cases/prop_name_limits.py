# title: property attribute names
#%%
import bpy
from bpy.props import IntProperty
S = bpy.types.Scene
#= ok
#%% leading underscore
S._case = IntProperty()
#= raises ValueError "bpy_struct \"Scene\" registration error: '_case' IntProperty could not register because it starts with an '_'"
#%% 63 characters
setattr(S, "c" * 63, IntProperty())
#= ok
#%% 64 characters
setattr(S, "d" * 64, IntProperty())
#= raises ValueError "bpy_struct \"Scene\" registration error: 'dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd' IntProperty could not register (see previous error)"
#%% non-ascii
setattr(S, "cäse", IntProperty())
#= ok
#%% with a dot
setattr(S, "ca.se", IntProperty())
#= ok
#%% name of a built-in property
S.frame_current = IntProperty()
#= raises ValueError "bpy_struct \"Scene\" registration error: 'frame_current' IntProperty could not register (see previous error)"
#%% name of a built-in function
S.update_render_engine = IntProperty()
#= ok
#%% a Python property of the base class
S.users_id = IntProperty()
#= ok
