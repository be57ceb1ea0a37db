# title: bl_parent_id: missing, wrong region, order of registering and unregistering
#%%
import bpy
def make(name, parent=None, region='UI'):
    kw = dict(bl_label="x", bl_space_type='VIEW_3D', bl_region_type=region, __module__=__name__,
              draw=lambda self, context: None)
    if parent is not None:
        kw["bl_parent_id"] = parent
    return type(name, (bpy.types.Panel,), kw)
#= ok
#%% parent never registered
bpy.utils.register_class(make("CASE_PT_child", "CASE_PT_none"))
#= raises RuntimeError "Error: Registering panel class: parent 'CASE_PT_none' for 'CASE_PT_child' not found\n"
#%% parent in another region
bpy.utils.register_class(make("CASE_PT_root", region='TOOLS'))
bpy.utils.register_class(make("CASE_PT_child", "CASE_PT_root"))
#= raises RuntimeError "Error: Registering panel class: parent 'CASE_PT_root' for 'CASE_PT_child' not found\n"
#%% parent id empty
bpy.utils.register_class(make("CASE_PT_child2", ""))
#= ok
#%% parent then child
P, C = make("CASE_PT_p"), make("CASE_PT_c", "CASE_PT_p")
bpy.utils.register_class(P)
bpy.utils.register_class(C)
#= ok
#%% unregister the parent while the child is registered
bpy.utils.unregister_class(P)
#= ok
#%% the child
(C.is_registered, hasattr(bpy.types, "CASE_PT_c"))
#= value "(True, True)"
#%% child again without the parent
bpy.utils.unregister_class(C)
bpy.utils.register_class(C)
#= raises RuntimeError "Error: Registering panel class: parent 'CASE_PT_p' for 'CASE_PT_c' not found\n"
#%% own self as the parent
bpy.utils.register_class(make("CASE_PT_self", "CASE_PT_self"))
#= raises RuntimeError "Error: Registering panel class: parent 'CASE_PT_self' for 'CASE_PT_self' not found\n"
