# title: an enum's items callback whose module is gone
#%%
import bpy, gc
from bpy.props import EnumProperty
S = bpy.types.Scene
s = bpy.context.scene
ns = {}
exec("items = [('A', 'a', ''), ('B', 'b', '')]\ndef cb(self, context): return items", ns)
S.case = EnumProperty(items=ns["cb"])
#= ok
#%% works
s.case = 'B'
s.case
#= value "'B'"
#%% the namespace is emptied as a purge would
ns["items"] = None
s.case
#= value "''"
#%% set
s.case = 'A'
#= raises TypeError "bpy_struct: item.attr = val: enum \"A\" not found in ()"
#%% namespace cleared
ns.clear()
s.case
#= value "''"
