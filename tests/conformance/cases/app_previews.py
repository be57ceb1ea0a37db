# title: bpy.utils.previews
#%%
import bpy, gc, warnings
import bpy.utils.previews as pv
#= ok
#%% new
c = pv.new()
(type(c).__name__, len(c), len(pv._uuid_open))
#= value "('ImagePreviewCollection', 0, 1)"
#%% a new entry by name
c.new("a")
(len(c), sorted(c))
#= value "(1, ['a'])"
#%% the same name
c.new("a")
#= raises KeyError "\"key 'a' already exists\""
#%% load of a file that is not there
c.load("b", "/nonexistent.png", 'IMAGE') and sorted(c)
#= value "['a', 'b']"
#%% remove
pv.remove(c)
len(pv._uuid_open)
#= value "0"
#%% use after removal
c.new("z") and None
#= ok
#%% remove again
pv.remove(c)
#= raises KeyError "'0x*'"
#%% a collection dropped without removing: warned about
d = pv.new()
with warnings.catch_warnings(record=True) as ws:
    warnings.simplefilter("always")
    del d
    gc.collect()
[(x.category.__name__, "left open" in str(x.message) or str(x.message)[:60]) for x in ws]
#= value "[]"
