# title: the same panel class registered twice
#%%
import bpy
class CASE_PT_a(bpy.types.Panel):
    bl_label = "A"
    bl_space_type = 'VIEW_3D'
    bl_region_type = 'UI'
    def draw(self, context): pass
bpy.utils.register_class(CASE_PT_a)
#= ok
#%% again
bpy.utils.register_class(CASE_PT_a)
#= raises ValueError "register_class(...): already registered as a subclass 'CASE_PT_a'"
