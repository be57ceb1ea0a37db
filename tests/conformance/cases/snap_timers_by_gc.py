# title: finding registered timers by asking about every function that gc knows
#%%
import bpy, gc, types
def tick(): return 1.0
#= ok
#%% none at first
[f.__qualname__ for f in gc.get_objects() if isinstance(f, types.FunctionType) and bpy.app.timers.is_registered(f)]
#= value "[]"
#%% one
bpy.app.timers.register(tick)
[f.__qualname__ for f in gc.get_objects() if isinstance(f, types.FunctionType) and bpy.app.timers.is_registered(f)]
#= value "['tick']"
#%% a method or partial has to be held to be asked about
class C:
    def m(self): return 1.0
c = C()
bpy.app.timers.register(c.m)
[f.__qualname__ for f in gc.get_objects() if isinstance(f, types.MethodType) and bpy.app.timers.is_registered(f)]
#= value "['C.m']"
