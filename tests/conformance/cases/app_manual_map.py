# title: bpy.utils.register_manual_map
#%%
import bpy
def m(): return ("http://example.invalid/", ())
#= ok
#%% twice
bpy.utils.register_manual_map(m); bpy.utils.register_manual_map(m)
len(bpy.utils._manual_map)
#= value "3"
#%% unregister once
bpy.utils.unregister_manual_map(m)
len(bpy.utils._manual_map)
#= value "2"
#%% until none
bpy.utils.unregister_manual_map(m)
#= ok
#%% one more
bpy.utils.unregister_manual_map(m)
#= raises ValueError "list.remove(x): x not in list"
