# title: menu attributes missing or wrong
#%%
import bpy
def reg(n, **kw):
    kw["__module__"] = __name__
    kw.setdefault("draw", lambda self, context: None)
    bpy.utils.register_class(type("CASE_MT_" + n, (bpy.types.Menu,), kw))
#= ok
#%% no bl_label
reg("a")
#= raises AttributeError "expected Menu, CASE_MT_a class to have an \"bl_label\" attribute"
#%% no draw
class CASE_MT_b(bpy.types.Menu):
    bl_label = "x"
bpy.utils.register_class(CASE_MT_b)
#= raises AttributeError "expected Menu, CASE_MT_b class to have an \"draw\" attribute"
#%% label int
reg("c", bl_label=1)
#= raises TypeError "validating class: Menu.bl_label expected a string type, not int"
#%% label too long
reg("d", bl_label="l" * 200)
#= ok
#%% draw not a function
reg("e", bl_label="x", draw=1)
#= raises TypeError "expected Menu, CASE_MT_e class \"draw\" attribute to be a function, not a int"
#%% bl_description too long
reg("f", bl_label="x", bl_description="d" * 2000)
#= ok
#%% bl_owner_id given
reg("g", bl_label="x", bl_owner_id="someone")
bpy.types.CASE_MT_g.bl_owner_id
#= value "'someone'"
