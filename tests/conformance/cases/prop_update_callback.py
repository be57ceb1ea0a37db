# title: update, get and set callbacks, and their lifetime
#%%
import bpy, gc, weakref
from bpy.props import *
S = bpy.types.Scene
s = bpy.context.scene
def upd(self, context): print("update", type(self).__name__, self.case)
S.case = IntProperty(update=upd)
#= ok
#%% set triggers
s.case = 4
#= ok
#%% same value triggers too
s.case = 4
#= ok
#%% item assignment does not
s["case"] = 5
#= ok
#%% an update that raises is printed
def bad(self, context): raise ValueError("in update")
S.case2 = IntProperty(update=bad)
s.case2 = 1
#= ok
#%% value was set
s.case2
#= value "1"
#%% an update function is kept alive by the property
w = weakref.ref(upd)
del upd
gc.collect()
w() is not None
#= value "True"
#%% and let go with the property
del S.case
gc.collect()
w() is not None
#= value "False"
#%% get and set
store = {}
S.case3 = IntProperty(get=lambda self: store.get("v", 1), set=lambda self, v: store.__setitem__("v", v * 2))
s.case3 = 4
(s.case3, s.get("case3"))
#= value "(8, None)"
#%% get that raises
def g(self): raise KeyError("g")
S.case4 = IntProperty(get=g)
s.case4
#= value "0"
#%% get of the wrong type
S.case5 = IntProperty(get=lambda self: "text")
s.case5
#= value "0"
