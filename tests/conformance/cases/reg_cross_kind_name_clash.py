# title: a property group and a panel with one name
#%%
import bpy
class CASE_PT_x(bpy.types.PropertyGroup): pass
G = CASE_PT_x
bpy.utils.register_class(G)
class CASE_PT_x(bpy.types.Panel):
    bl_label = "x"
    bl_space_type = 'VIEW_3D'
    bl_region_type = 'UI'
    def draw(self, context): pass
P = CASE_PT_x
#= ok
#%% register the panel under the taken name
bpy.utils.register_class(P)
#= ok
#%% state
(G.is_registered, P.is_registered, bpy.types.CASE_PT_x is P, bpy.types.CASE_PT_x is G)
#= value "(True, True, True, False)"
#%% unregister the panel
bpy.utils.unregister_class(P)
#= ok
#%% what the name gives now
(hasattr(bpy.types, "CASE_PT_x"), "CASE_PT_x" in dir(bpy.types))
#= value "(False, False)"
#%% unregister the group
bpy.utils.unregister_class(G)
#= ok
