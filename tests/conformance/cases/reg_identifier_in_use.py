# title: names shared across kinds that live in bpy.types
#%%
import bpy
def F(n):
    ns = {}; exec("def f(%s): pass" % ", ".join("a%d" % i for i in range(n)), ns); return ns["f"]
T = bpy.types
def reg(base, name, **kw):
    c = type(name, (base,), dict(kw, __module__=__name__))
    bpy.utils.register_class(c)
    return c
V = dict(bl_label="x", bl_space_type='VIEW_3D', bl_region_type='UI', draw=F(2))
p = reg(T.Panel, "CASE_XX_a", **V)
#= ok
#%% a menu under a panel's name
reg(T.Menu, "CASE_XX_a", bl_label="x", draw=F(2))
#= raises RuntimeError "Error: Type identifier 'CASE_XX_a' is already in use: 'CASE_XX_a(Panel)'.\n"
#%% a UI list
reg(T.UIList, "CASE_XX_a")
#= raises RuntimeError "Error: Type identifier 'CASE_XX_a' is already in use: 'CASE_XX_a(Panel)'.\n"
#%% a header
reg(T.Header, "CASE_XX_a", bl_space_type='VIEW_3D', draw=F(2))
#= raises RuntimeError "Error: Type identifier 'CASE_XX_a' is already in use: 'CASE_XX_a(Panel)'.\n"
#%% a property group and preferences do not mind
(reg(T.PropertyGroup, "CASE_XX_a").is_registered, reg(T.AddonPreferences, "CASE_XX_a", bl_idname="z").is_registered)
#= value "(True, True)"
#%% a panel named as a built-in type
reg(T.Panel, "Scene", **V)
#= raises RuntimeError "Error: Type identifier 'Scene' is already in use: 'Scene(ID)'.\n"
#%% a panel named as an operator's internal name
reg(T.Operator, "O", bl_idname="case.o", bl_label="o")
reg(T.Panel, "CASE_OT_o", **V)
#= raises RuntimeError "Error: Type identifier 'CASE_OT_o' is already in use: 'CASE_OT_o(Operator)'.\n"
#%% an operator whose internal name is a panel's
reg(T.Panel, "CASE_OT_p", **V)
reg(T.Operator, "O2", bl_idname="case.p", bl_label="o")
#= raises RuntimeError "Error: Type identifier 'CASE_OT_p' is already in use: 'CASE_OT_p(Panel)'.\n"
#%% a menu replaced by another class of its bl_idname
m = reg(T.Menu, "M1", bl_idname="CASE_MT_1", bl_label="x", draw=F(2))
m2 = type("M2", (T.Menu,), dict(bl_idname="CASE_MT_1", bl_label="x", draw=F(2), __module__=__name__))
bpy.utils.register_class(m2)
(m.is_registered, m2.is_registered)
#= value "(False, True)"
#%% a panel replaced by one whose parent is missing: is the old one gone
p1 = reg(T.Panel, "CASE_PT_q", **V)
p2 = type("CASE_PT_q", (T.Panel,), dict(V, bl_parent_id="CASE_PT_missing", __module__=__name__))
bpy.utils.register_class(p2)
#= raises RuntimeError "Error: Registering panel class: parent 'CASE_PT_missing' for 'CASE_PT_q' not found\n"
#%% state
(p1.is_registered, p2.is_registered, hasattr(T, "CASE_PT_q"))
#= value "(False, False, False)"
