# title: register() and unregister() classmethods on the class are called
#%%
import bpy
class CASE_OT_a(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "A"
    @classmethod
    def register(cls):
        print("register", cls.__name__, "bl_rna" in cls.__dict__, hasattr(bpy.types, "CASE_OT_a"))
    @classmethod
    def unregister(cls):
        print("unregister", cls.__name__, "bl_rna" in cls.__dict__, hasattr(bpy.types, "CASE_OT_a"))
#= ok
#%% register
bpy.utils.register_class(CASE_OT_a)
#= ok
#%% unregister
bpy.utils.unregister_class(CASE_OT_a)
#= ok
#%% replaced by another class: is unregister() called on the old one?
bpy.utils.register_class(CASE_OT_a)
class Other(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "B"
bpy.utils.register_class(Other)
#= ok
#%% staticmethod forms
class CASE_OT_s(bpy.types.Operator):
    bl_idname = "case.s"
    bl_label = "A"
    @staticmethod
    def register(): print("static register")
    @staticmethod
    def unregister(): print("static unregister")
bpy.utils.register_class(CASE_OT_s)
bpy.utils.unregister_class(CASE_OT_s)
#= ok
#%% inherited from a mixin
class Mix:
    @classmethod
    def register(cls): print("mixin register", cls.__name__)
class CASE_PG_m(Mix, bpy.types.PropertyGroup): pass
bpy.utils.register_class(CASE_PG_m)
#= ok
