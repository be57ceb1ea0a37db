# title: a bad property annotation on every registerable kind
#%%
import bpy
from bpy.props import *
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
def run(ann):
    out = []
    for k, (base, idname, d) in KINDS.items():
        c = type("Case" + k, (base,), dict(d, bl_idname=idname, __module__=__name__, __annotations__=dict(ann)))
        try: bpy.utils.register_class(c); r = "ok"
        except Exception as ex: r = type(ex).__name__
        props = [p.identifier for p in c.bl_rna.properties if p.identifier in ann]
        if k == "Operator": props = [p for p in bpy.ops.case.x.get_rna_type().properties.keys() if p in ann]
        out.append((k, r, "bl_rna" in c.__dict__, props))
        try: bpy.utils.unregister_class(c)
        except Exception as ex: out[-1] += (type(ex).__name__,)
    return out
#= ok
#%% bad property between two good ones: (kind, outcome, registered, properties it got)
run({"ok1": IntProperty(), "bad": IntProperty(nonsense=1), "ok2": IntProperty()})
#= value "[('Operator', 'ok', True, ['ok1']), ('Macro', 'ValueError', True, ['ok1']), ('Panel', 'ok', True, []), ('Menu', 'ok', True, []), ('Header', 'ValueError', True, ['ok1']), ('UIList', 'ValueError', True, ['ok1']), ('AddonPreferences', 'ValueError', True, ['ok1']), ('KeyingSetInfo', 'ValueError', True, ['ok1']), ('RenderEngine', 'ValueError', True, ['ok1']), ('Gizmo', 'ok', True, []), ('GizmoGroup', 'ok', True, []), ('NodeTree', 'ValueError', True, ['ok1']), ('NodeSocket', 'ValueError', True, ['ok1']), ('Node', 'ValueError', True, ['ok1']), ('PropertyGroup', 'ValueError', True, ['ok1'])]"
#%% an annotation string that cannot be evaluated
run({"ok1": IntProperty(), "bad": "Missing()", "ok2": IntProperty()})
#= value "[('Operator', 'ok', True, []), ('Macro', 'NameError', True, []), ('Panel', 'ok', True, []), ('Menu', 'ok', True, []), ('Header', 'NameError', True, []), ('UIList', 'NameError', True, []), ('AddonPreferences', 'NameError', True, []), ('KeyingSetInfo', 'NameError', True, []), ('RenderEngine', 'NameError', True, []), ('Gizmo', 'ok', True, []), ('GizmoGroup', 'ok', True, []), ('NodeTree', 'NameError', True, []), ('NodeSocket', 'NameError', True, []), ('Node', 'NameError', True, []), ('PropertyGroup', 'NameError', True, [])]"
#%% all good
run({"ok1": IntProperty(), "ok2": IntProperty()})
#= value "[('Operator', 'ok', True, ['ok1', 'ok2']), ('Macro', 'ok', True, ['ok1', 'ok2']), ('Panel', 'ok', True, []), ('Menu', 'ok', True, []), ('Header', 'ok', True, ['ok1', 'ok2']), ('UIList', 'ok', True, ['ok1', 'ok2']), ('AddonPreferences', 'ok', True, ['ok1', 'ok2']), ('KeyingSetInfo', 'ok', True, ['ok1', 'ok2']), ('RenderEngine', 'ok', True, ['ok1', 'ok2']), ('Gizmo', 'ok', True, []), ('GizmoGroup', 'ok', True, []), ('NodeTree', 'ok', True, ['ok1', 'ok2']), ('NodeSocket', 'ok', True, ['ok1', 'ok2']), ('Node', 'ok', True, ['ok1', 'ok2']), ('PropertyGroup', 'ok', True, ['ok1', 'ok2'])]"
