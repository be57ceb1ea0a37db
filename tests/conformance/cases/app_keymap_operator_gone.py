# title: keymap items of an operator that is unregistered
#%%
import bpy
class CASE_OT_a(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "A"
    x: bpy.props.IntProperty(default=3)
bpy.utils.register_class(CASE_OT_a)
km = bpy.context.window_manager.keyconfigs.addon.keymaps.new(name="3D View", space_type='VIEW_3D')
kmi = km.keymap_items.new("case.a", 'A', 'PRESS')
kmi.properties.x = 5
#= ok
#%% unregister
bpy.utils.unregister_class(CASE_OT_a)
#= ok
#%% the item stays, its properties
(kmi.idname, len(km.keymap_items), kmi.properties is None)
#= value "('case.a', 1, False)"
#%% registered again: are the stored values back
bpy.utils.register_class(CASE_OT_a)
kmi.properties.x if kmi.properties else None
#= value "5"
