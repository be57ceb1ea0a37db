# title: two panel classes, different names, same bl_idname
#%%
import bpy
class P1(bpy.types.Panel):
    bl_idname = "CASE_PT_shared"
    bl_label = "one"
    bl_space_type = 'VIEW_3D'
    bl_region_type = 'UI'
    def draw(self, context): pass
class P2(bpy.types.Panel):
    bl_idname = "CASE_PT_shared"
    bl_label = "two"
    bl_space_type = 'VIEW_3D'
    bl_region_type = 'UI'
    def draw(self, context): pass
bpy.utils.register_class(P1)
#= ok
#%% name in bpy.types
(hasattr(bpy.types, "P1"), hasattr(bpy.types, "CASE_PT_shared"))
#= value "(False, True)"
#%% second
bpy.utils.register_class(P2)
#= ok
#%% state
(P1.is_registered, P2.is_registered, bpy.types.CASE_PT_shared is P2)
#= value "(False, True, True)"
