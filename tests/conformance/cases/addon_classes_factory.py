# title: bpy.utils.register_classes_factory with a bad class in the middle
#%%
import bpy
class CASE_OT_a(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "A"
class CASE_OT_bad(bpy.types.Operator):
    bl_idname = "bad"
    bl_label = "B"
class CASE_OT_c(bpy.types.Operator):
    bl_idname = "case.c"
    bl_label = "C"
classes = [CASE_OT_a, CASE_OT_bad, CASE_OT_c]
register, unregister = bpy.utils.register_classes_factory(classes)
#= ok
#%% register
register()
#= raises RuntimeError "Error: Registering operator class: 'CASE_OT_bad', invalid bl_idname 'bad', must contain 1 '.' character\n"
#%% state
[c.is_registered for c in classes]
#= value "[True, False, False]"
#%% unregister stops at the first that is not registered
unregister()
#= raises RuntimeError "unregister_class(...):, missing bl_rna attribute from 'RNAMeta' instance (may not be registered)"
#%% state
[c.is_registered for c in classes]
#= value "[True, False, False]"
#%% register again: the first is registered already
register()
#= raises ValueError "register_class(...): already registered as a subclass 'CASE_OT_a'"
#%% without the bad one
classes.remove(CASE_OT_bad)
bpy.utils.unregister_class(CASE_OT_a)
register()
#= ok
#%% twice
register()
#= raises ValueError "register_class(...): already registered as a subclass 'CASE_OT_a'"
#%% unregister
unregister()
#= ok
#%% twice
unregister()
#= raises RuntimeError "unregister_class(...):, missing bl_rna attribute from 'RNAMeta' instance (may not be registered)"
