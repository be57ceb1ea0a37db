# title: bpy.app.timers
#%%
import bpy, functools, time
def t(): return 1.0
def t2(): print("fired"); return None
#= ok
#%% register, is_registered
bpy.app.timers.register(t)
bpy.app.timers.is_registered(t)
#= value "True"
#%% twice: accepted
bpy.app.timers.register(t)
#= ok
#%% one unregister
bpy.app.timers.unregister(t)
bpy.app.timers.is_registered(t)
#= value "True"
#%% unregister again
bpy.app.timers.unregister(t)
#= ok
#%% wrong type
bpy.app.timers.register(3)
#= raises TypeError "function is not callable"
#%% not registered
bpy.app.timers.unregister(print)
#= raises ValueError "Error: function is not registered"
#%% partial and lambda: identity decides
f = functools.partial(t)
bpy.app.timers.register(f)
(bpy.app.timers.is_registered(f), bpy.app.timers.is_registered(functools.partial(t)))
#= value "(True, False)"
#%% bound methods are new objects each time
class C:
    def m(self): return 1.0
c = C()
bpy.app.timers.register(c.m)
bpy.app.timers.is_registered(c.m)
#= value "False"
#%% keywords
bpy.app.timers.register(t2, first_interval=0, persistent=True)
#= ok
#%% bad keyword
bpy.app.timers.register(t2, nope=1)
#= raises TypeError "'nope' is an invalid keyword argument for register()"
#%% none fires in background mode
time.sleep(0.05)
bpy.context.view_layer.update()
bpy.app.timers.is_registered(t2)
#= value "True"
#%% what dir shows: no list of timers
[n for n in dir(bpy.app.timers) if not n.startswith("__")]
#= value "['is_registered', 'register', 'unregister']"
#%% reading a file drops those that are not persistent
bpy.app.timers.register(t)
bpy.ops.wm.read_homefile()
(bpy.app.timers.is_registered(t), bpy.app.timers.is_registered(t2))
#= value "(False, True)"
