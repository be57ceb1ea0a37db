# title: a failed direct assignment leaves nothing
#%%
import bpy
from bpy.props import *
S = bpy.types.Scene
#= ok
#%% fails
S.case = IntProperty(nonsense=1)
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' IntProperty could not register (see previous error)"
#%% state
(hasattr(S, "case"), "case" in S.bl_rna.properties.keys(), "case" in S.__dict__)
#= value "(False, False, False)"
#%% an existing good property, then a failing one over it
S.case = IntProperty(default=3)
S.case = IntProperty(nonsense=1)
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' IntProperty could not register (see previous error)"
#%% the old one
(hasattr(S, "case"), "case" in S.bl_rna.properties.keys())
#= value "(True, True)"
#%% value
bpy.context.scene.case
#= value "3"
