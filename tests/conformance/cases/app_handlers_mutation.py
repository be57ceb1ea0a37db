# title: a handler that removes itself or adds another while running
#%%
import bpy
from bpy.app.handlers import persistent
log = []
L = bpy.app.handlers.frame_change_post
def once(*a):
    log.append("once"); L.remove(once)
def other(*a): log.append("other")
def adder(*a):
    log.append("adder")
    if other not in L: L.append(other)
L.extend([once, adder])
#= ok
#%% first frame change: the one after a removed handler is skipped
bpy.context.scene.frame_set(2); list(log)
#= value "['once']"
#%% second
log.clear(); bpy.context.scene.frame_set(3); list(log)
#= value "['adder', 'other']"
