# title: the same menu, UI list, header and preferences class registered twice
#%%
import bpy
class CASE_MT_a(bpy.types.Menu):
    bl_label = "A"
    def draw(self, context): pass
class CASE_UL_a(bpy.types.UIList): pass
class CASE_HT_a(bpy.types.Header):
    bl_space_type = 'VIEW_3D'
    def draw(self, context): pass
class CASE_AP_a(bpy.types.AddonPreferences):
    bl_idname = "case_pkg"
for c in (CASE_MT_a, CASE_UL_a, CASE_HT_a, CASE_AP_a):
    bpy.utils.register_class(c)
#= ok
#%% menu
bpy.utils.register_class(CASE_MT_a)
#= raises ValueError "register_class(...): already registered as a subclass 'CASE_MT_a'"
#%% ui list
bpy.utils.register_class(CASE_UL_a)
#= raises ValueError "register_class(...): already registered as a subclass 'CASE_UL_a'"
#%% header
bpy.utils.register_class(CASE_HT_a)
#= raises ValueError "register_class(...): already registered as a subclass 'CASE_HT_a'"
#%% preferences
bpy.utils.register_class(CASE_AP_a)
#= raises ValueError "register_class(...): already registered as a subclass 'CASE_AP_a'"
#%% all unregister
for c in (CASE_AP_a, CASE_HT_a, CASE_UL_a, CASE_MT_a):
    bpy.utils.unregister_class(c)
#= ok
