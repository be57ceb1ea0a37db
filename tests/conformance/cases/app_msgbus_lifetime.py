# title: what a subscription keeps alive
#%%
import bpy, gc, weakref
class Owner: pass
owner = Owner()
def cb(*a): pass
bpy.msgbus.subscribe_rna(key=(bpy.types.Object, "location"), owner=owner, args=(), notify=cb)
w, wo = weakref.ref(cb), weakref.ref(owner)
del cb
_ = gc.collect()
#= ok
#%% the callback is held
w() is not None
#= value "True"
#%% clear_by_owner lets it go
bpy.msgbus.clear_by_owner(owner)
gc.collect()
w() is None
#= value "True"
#%% is the owner held by a subscription
def cb2(*a): pass
bpy.msgbus.subscribe_rna(key=(bpy.types.Object, "location"), owner=owner, args=(), notify=cb2)
del owner
gc.collect()
wo() is not None
#= value "True"
#%% a file read clears subscriptions without the persistent option
w2 = weakref.ref(cb2)
del cb2
bpy.ops.wm.read_homefile()
gc.collect()
(w2() is not None, wo() is not None)
#= value "(False, False)"
