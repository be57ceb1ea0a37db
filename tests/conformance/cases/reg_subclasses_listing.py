# title: stale classes stay in __subclasses__() while anything refers to them
#%%
import bpy, gc
class CASE_OT_a(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "A"
def names():
    return [c.__name__ for c in bpy.types.Operator.__subclasses__() if c.__name__.startswith("CASE_")]
#= ok
#%% a class shows before it is registered
names()
#= value "['CASE_OT_a']"
#%% after unregistering
bpy.utils.register_class(CASE_OT_a)
bpy.utils.unregister_class(CASE_OT_a)
names()
#= value "['CASE_OT_a']"
#%% after the last reference goes
del CASE_OT_a
gc.collect()
names()
#= value "[]"
