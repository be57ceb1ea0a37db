# title: another UI list class of the same name
#%%
import bpy
def make():
    class CASE_UL_a(bpy.types.UIList): pass
    return CASE_UL_a
A, B = make(), make()
bpy.utils.register_class(A)
#= ok
#%% second
bpy.utils.register_class(B)
#= ok
#%% state
(A.is_registered, B.is_registered, bpy.types.CASE_UL_a is B)
#= value "(False, True, True)"
