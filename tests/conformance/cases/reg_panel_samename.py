# title: another panel class of the same name (no bl_idname)
#%%
import bpy
def make(tag):
    class CASE_PT_a(bpy.types.Panel):
        bl_label = tag
        bl_space_type = 'VIEW_3D'
        bl_region_type = 'UI'
        def draw(self, context): pass
    return CASE_PT_a
A, B = make("one"), make("two")
bpy.utils.register_class(A)
#= ok
#%% second
bpy.utils.register_class(B)
#= ok
#%% state
(A.is_registered, B.is_registered, bpy.types.CASE_PT_a is A, bpy.types.CASE_PT_a is B, bpy.types.CASE_PT_a.bl_label)
#= value "(False, True, False, True, 'two')"
#%% unregister the first
bpy.utils.unregister_class(A)
#= raises RuntimeError "unregister_class(...):, missing bl_rna attribute from 'RNAMeta' instance (may not be registered)"
#%% unregister the second
bpy.utils.unregister_class(B)
#= ok
#%% gone
hasattr(bpy.types, "CASE_PT_a")
#= value "False"
