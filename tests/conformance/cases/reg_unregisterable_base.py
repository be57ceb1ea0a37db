# title: a subclass of an RNA type that has no registration
#%%
import bpy
#= ok
#%% subclass of Object
class MyObj(bpy.types.Object): pass
#= ok
#%% register it
bpy.utils.register_class(MyObj)
#= raises ValueError "register_class(...): expected a subclass of a registerable RNA type (Object does not support registration)"
#%% subclass of bpy_struct
class MyStruct(bpy.types.bpy_struct): pass
bpy.utils.register_class(MyStruct)
#= raises RuntimeError "register_class(...):, missing bl_rna attribute from 'type' instance (may not be registered)"
#%% subclass of ID
class MyID(bpy.types.ID): pass
bpy.utils.register_class(MyID)
#= raises ValueError "register_class(...): expected a subclass of a registerable RNA type (ID does not support registration)"
#%% subclass of a property struct
class MyProp(bpy.types.IntProperty): pass
bpy.utils.register_class(MyProp)
#= raises ValueError "register_class(...): expected a subclass of a registerable RNA type (IntProperty does not support registration)"
