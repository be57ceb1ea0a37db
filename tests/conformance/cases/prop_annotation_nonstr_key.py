# title: an annotation whose key is not a str kills 3.4.1
#%%
import bpy
class CASE_PG_a(bpy.types.PropertyGroup):
    __annotations__ = {3: bpy.props.IntProperty()}
#= ok
#%% register
bpy.utils.register_class(CASE_PG_a)
#= signal SIGSEGV
