# title: a second class with the same bl_idname, for every kind: is the first pushed out
#%%
import bpy
T = bpy.types
def F(n): 
    ns = {}; exec("def f(%s): pass" % ", ".join("a%d" % i for i in range(n)), ns); return ns["f"]
draw = dict(draw=F(2))
KINDS = {
    "Operator": (T.Operator, "case.x", dict(bl_label="x")),
    "Macro": (T.Macro, "case.m", dict(bl_label="x")),
    "Panel": (T.Panel, "CASE_PT_x", dict(bl_label="x", bl_space_type='VIEW_3D', bl_region_type='UI', **draw)),
    "Menu": (T.Menu, "CASE_MT_x", dict(bl_label="x", **draw)),
    "Header": (T.Header, "CASE_HT_x", dict(bl_space_type='VIEW_3D', **draw)),
    "UIList": (T.UIList, "CASE_UL_x", {}),
    "AddonPreferences": (T.AddonPreferences, "case_prefs", {}),
    "KeyingSetInfo": (T.KeyingSetInfo, "CASE_KSI_x", dict(bl_label="x", poll=F(2), iterator=F(3), generate=F(4))),
    "RenderEngine": (T.RenderEngine, "CASE_RE", dict(bl_label="x")),
    "Gizmo": (T.Gizmo, "CASE_GT_x", dict(**draw)),
    "GizmoGroup": (T.GizmoGroup, "CASE_GGT_x", dict(bl_label="x", bl_space_type='VIEW_3D', bl_region_type='WINDOW', setup=F(2))),
    "NodeTree": (T.NodeTree, "CaseTree", dict(bl_label="x", bl_icon='NODETREE')),
    "NodeSocket": (T.NodeSocket, "CaseSocket", dict(bl_label="x", draw=F(5), draw_color=F(3))),
    "Node": (T.Node, "CaseNode", dict(bl_label="x")),
    "PropertyGroup": (T.PropertyGroup, "CaseGroup", {}),
}
def make(kind, name):
    base, idname, d = KINDS[kind]
    d = dict(d, bl_idname=idname, __module__=__name__)
    return type(name, (base,), d)
def reg(c):
    try: bpy.utils.register_class(c); return "ok"
    except Exception as ex: return type(ex).__name__ + ": " + str(ex)
def unreg(c):
    try: bpy.utils.unregister_class(c); return "ok"
    except Exception as ex: return type(ex).__name__
def state(c): return "bl_rna" in c.__dict__
#= ok
#%% same class name and same bl_idname: (kind, registering the second, first registered, second registered)
out = []
for k in KINDS:
    a, b = make(k, "Case" + k), make(k, "Case" + k)
    r = (reg(a), reg(b), state(a), state(b))
    unreg(b); unreg(a)
    out.append((k,) + r)
out
#= value "[('Operator', 'ok', 'ok', False, True), ('Macro', 'ok', 'ok', False, True), ('Panel', 'ok', 'ok', False, True), ('Menu', 'ok', 'ok', False, True), ('Header', 'ok', 'ok', False, True), ('UIList', 'ok', 'ok', False, True), ('AddonPreferences', 'ok', 'ok', False, True), ('KeyingSetInfo', 'ok', 'ok', False, True), ('RenderEngine', 'ok', 'ok', False, True), ('Gizmo', 'ok', 'ok', False, True), ('GizmoGroup', 'ok', 'ok', False, True), ('NodeTree', 'ok', 'ok', False, True), ('NodeSocket', 'ok', 'ok', False, True), ('Node', 'ok', 'ok', False, True), ('PropertyGroup', 'ok', 'ok', True, True)]"
#%% other class name, same bl_idname
out = []
for k in KINDS:
    a, b = make(k, "Case" + k), make(k, "Other" + k)
    r = (reg(a), reg(b), state(a), state(b))
    unreg(b); unreg(a)
    out.append((k,) + r)
out
#= value "[('Operator', 'ok', 'ok', False, True), ('Macro', 'ok', 'ok', False, True), ('Panel', 'ok', 'ok', False, True), ('Menu', 'ok', 'ok', False, True), ('Header', 'ok', 'ok', False, True), ('UIList', 'ok', 'ok', False, True), ('AddonPreferences', 'ok', 'ok', False, True), ('KeyingSetInfo', 'ok', 'ok', False, True), ('RenderEngine', 'ok', 'ok', False, True), ('Gizmo', 'ok', 'ok', False, True), ('GizmoGroup', 'ok', 'ok', False, True), ('NodeTree', 'ok', 'ok', False, True), ('NodeSocket', 'ok', 'ok', False, True), ('Node', 'ok', 'ok', False, True), ('PropertyGroup', 'ok', 'ok', True, True)]"
#%% identifier in RNA: bl_idname or class name
out = []
for k in KINDS:
    a = make(k, "Case" + k)
    reg(a)
    out.append((k, a.bl_rna.identifier))
    unreg(a)
out
#= value "[('Operator', 'CASE_OT_x'), ('Macro', 'CASE_OT_m'), ('Panel', 'CASE_PT_x'), ('Menu', 'CASE_MT_x'), ('Header', 'CASE_HT_x'), ('UIList', 'CASE_UL_x'), ('AddonPreferences', 'CaseAddonPreferences'), ('KeyingSetInfo', 'CASE_KSI_x'), ('RenderEngine', 'CASE_RE'), ('Gizmo', 'CASE_GT_x'), ('GizmoGroup', 'CASE_GGT_x'), ('NodeTree', 'CaseTree'), ('NodeSocket', 'CaseSocket'), ('Node', 'CaseNode'), ('PropertyGroup', 'CasePropertyGroup')]"
