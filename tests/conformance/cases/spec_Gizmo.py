# title: what register_class asks of a Gizmo, in the order of checking
#%%
import bpy
T = bpy.types.Gizmo
def fn(f):
    static = not f.use_self
    n = sum(not p.is_output for p in f.parameters) + 1
    return (f.identifier, not f.is_registered_optional, "classmethod" if static else "method", n)
def pr(p):
    return (p.identifier, p.type) + (([i.identifier for i in p.enum_items_static], ) if p.type == 'ENUM' and p.identifier != "bl_icon" else ())
funcs = [fn(f) for f in T.bl_rna.functions if f.is_registered]
#= ok
#%% functions
funcs
#= value "[('draw', True, 'method', 2), ('draw_select', False, 'method', 3), ('test_select', False, 'method', 3), ('modal', False, 'method', 4), ('setup', False, 'method', 1), ('invoke', False, 'method', 3), ('exit', False, 'method', 3), ('select_refresh', False, 'method', 1)]"
#%% properties
[pr(p) for p in T.bl_rna.properties if p.is_registered]
#= value "[('bl_idname', 'STRING')]"
#%% properties that must be there, found by leaving them out
VALUES = {"bl_idname": "CaseIdname", "bl_label": "x", "bl_space_type": 'VIEW_3D', "bl_region_type": 'WINDOW' if "Gizmo" in T.__name__ else 'UI', "bl_icon": 'NODETREE'}
d = {"__module__": __name__}
if T.__name__ in ("Operator", "Macro"): d["bl_idname"] = "case.spec"
for name, must, kind, n in funcs:
    ns = {}
    exec("def %s(%s): pass" % (name, ", ".join("a%d" % i for i in range(n))), ns)
    d[name] = classmethod(ns[name]) if kind == "classmethod" else ns[name]
asked = []
while True:
    c = type("CaseSpec", (T,), dict(d))
    try: bpy.utils.register_class(c)
    except AttributeError as ex:
        p = str(ex).split('"')[1]
        asked.append((p, str(ex)))
        d[p] = VALUES[p]
        continue
    break
asked
#= value "[]"
#%% name in bpy.types, and identifier
(hasattr(bpy.types, c.bl_rna.identifier), c.bl_rna.identifier)
#= value "(False, 'CaseSpec')"
#%% base RNA type
T.bl_rna.base.identifier if T.bl_rna.base else None
#= ok
#%% metaclass
type(T).__name__
#= value "'type'"
