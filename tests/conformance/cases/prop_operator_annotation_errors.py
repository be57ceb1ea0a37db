# title: bad properties per kind of class: operators print, the others raise
#%%
import bpy
from bpy.props import *
BAD = {"ok1": IntProperty(), "bad": IntProperty(nonsense=1), "ok2": IntProperty()}
V = dict(bl_space_type='VIEW_3D', bl_region_type='UI', bl_label="x", draw=lambda self, context: None)
T = bpy.types
def reg(base, name, ann=BAD, **kw):
    kw.update({"__annotations__": dict(ann), "__module__": __name__})
    c = type(name, (base,), kw)
    try: bpy.utils.register_class(c)
    except Exception as ex: return (type(ex).__name__, str(ex), c.is_registered)
    return ("ok", c.is_registered)
#= ok
#%% operator
reg(T.Operator, "CASE_OT_a", bl_idname="case.a", bl_label="a")
#= value "('ok', True)"
#%% its properties
sorted(k for k in bpy.ops.case.a.get_rna_type().properties.keys() if k != "rna_type")
#= value "['ok1']"
#%% property group
reg(T.PropertyGroup, "CASE_PG_a")
#= value "('ValueError', 'bpy_struct \"CASE_PG_a\" registration error: \\'bad\\' IntProperty could not register (see previous error)', True)"
#%% add-on preferences
reg(T.AddonPreferences, "CASE_AP_a", bl_idname="case_ap")
#= value "('ValueError', 'bpy_struct \"CASE_AP_a\" registration error: \\'bad\\' IntProperty could not register (see previous error)', True)"
#%% panel
reg(T.Panel, "CASE_PT_a", **V)
#= value "('ok', True)"
#%% menu
reg(T.Menu, "CASE_MT_a", bl_label="x", draw=lambda self, context: None)
#= value "('ok', True)"
#%% ui list
reg(T.UIList, "CASE_UL_a")
#= value "('ValueError', 'bpy_struct \"CASE_UL_a\" registration error: \\'bad\\' IntProperty could not register (see previous error)', True)"
#%% node
reg(T.Node, "CASE_ND_a", bl_label="x")
#= value "('ValueError', 'bpy_struct \"CASE_ND_a\" registration error: \\'bad\\' IntProperty could not register (see previous error)', True)"
#%% unresolvable string annotations: operator
reg(T.Operator, "CASE_OT_b", {"x": "Missing()"}, bl_idname="case.b", bl_label="b")
#= value "('ok', True)"
#%% preferences
reg(T.AddonPreferences, "CASE_AP_b", {"x": "Missing()"}, bl_idname="case_ap")
#= value "('NameError', \"name 'Missing' is not defined\", True)"
#%% panel
reg(T.Panel, "CASE_PT_b", {"x": "Missing()"}, **V)
#= value "('ok', True)"
#%% a good property on a panel
reg(T.Panel, "CASE_PT_c", {"x": IntProperty()}, **V)
#= value "('ok', True)"
#%% good ones on a menu and a list
(reg(T.Menu, "CASE_MT_c", {"x": IntProperty()}, bl_label="x", draw=lambda self, context: None), reg(T.UIList, "CASE_UL_c", {"x": IntProperty()}))
#= value "(('ok', True), ('ok', True))"
#%% good one on preferences and a node
(reg(T.AddonPreferences, "CASE_AP_c", {"x": IntProperty()}, bl_idname="case_ap"), reg(T.Node, "CASE_ND_c", {"x": IntProperty()}, bl_label="x"))
#= value "(('ok', True), ('ok', True))"
