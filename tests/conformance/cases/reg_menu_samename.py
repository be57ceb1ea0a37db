# title: another menu class of the same name
#%%
import bpy
def make(tag):
    class CASE_MT_a(bpy.types.Menu):
        bl_label = tag
        def draw(self, context): pass
    return CASE_MT_a
A, B = make("one"), make("two")
bpy.utils.register_class(A)
#= ok
#%% second
bpy.utils.register_class(B)
#= ok
#%% state
(A.is_registered, B.is_registered, bpy.types.CASE_MT_a.bl_label)
#= value "(False, True, 'two')"
#%% unregister both, second first
bpy.utils.unregister_class(B)
#= ok
#%% first
bpy.utils.unregister_class(A)
#= raises RuntimeError "unregister_class(...):, missing bl_rna attribute from 'RNAMeta' instance (may not be registered)"
