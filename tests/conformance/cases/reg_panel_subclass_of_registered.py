# title: a panel class that subclasses a registered panel class
#%%
import bpy
class CASE_PT_a(bpy.types.Panel):
    bl_label = "A"
    bl_space_type = 'VIEW_3D'
    bl_region_type = 'UI'
    def draw(self, context): pass
class CASE_PT_b(CASE_PT_a):
    bl_label = "B"
bpy.utils.register_class(CASE_PT_a)
bpy.utils.register_class(CASE_PT_b)
#= ok
#%% both
(CASE_PT_a.is_registered, CASE_PT_b.is_registered, hasattr(bpy.types, "CASE_PT_a"), hasattr(bpy.types, "CASE_PT_b"))
#= value "(True, True, True, True)"
#%% identity
(bpy.types.CASE_PT_a is CASE_PT_a, bpy.types.CASE_PT_b is CASE_PT_b)
#= value "(False, True)"
#%% unregister the base then the subclass
bpy.utils.unregister_class(CASE_PT_a)
bpy.utils.unregister_class(CASE_PT_b)
(hasattr(bpy.types, "CASE_PT_a"), hasattr(bpy.types, "CASE_PT_b"))
#= value "(False, False)"
