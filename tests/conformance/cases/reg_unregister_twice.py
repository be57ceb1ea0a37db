# title: unregister_class twice, per kind
#%%
import bpy
class CASE_PT_a(bpy.types.Panel):
    bl_label = "A"
    bl_space_type = 'VIEW_3D'
    bl_region_type = 'UI'
    def draw(self, context): pass
class CASE_PG_a(bpy.types.PropertyGroup): pass
class CASE_MT_a(bpy.types.Menu):
    bl_label = "A"
    def draw(self, context): pass
for c in (CASE_PT_a, CASE_PG_a, CASE_MT_a):
    bpy.utils.register_class(c)
    bpy.utils.unregister_class(c)
#= ok
#%% panel
bpy.utils.unregister_class(CASE_PT_a)
#= raises RuntimeError "unregister_class(...):, missing bl_rna attribute from 'RNAMeta' instance (may not be registered)"
#%% property group
bpy.utils.unregister_class(CASE_PG_a)
#= raises RuntimeError "unregister_class(...):, missing bl_rna attribute from 'RNAMetaPropGroup' instance (may not be registered)"
#%% menu
bpy.utils.unregister_class(CASE_MT_a)
#= raises RuntimeError "unregister_class(...):, missing bl_rna attribute from 'RNAMeta' instance (may not be registered)"
