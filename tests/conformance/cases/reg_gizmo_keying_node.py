# title: other registerable kinds, registered twice and unregistered
#%%
import bpy
class CASE_GGT_a(bpy.types.GizmoGroup):
    bl_idname = "CASE_GGT_a"
    bl_label = "g"
    bl_space_type = 'VIEW_3D'
    bl_region_type = 'WINDOW'
    def setup(self, context): pass
class CASE_GT_a(bpy.types.Gizmo):
    bl_idname = "CASE_GT_a"
    def draw(self, context): pass
class CASE_KSI_a(bpy.types.KeyingSetInfo):
    bl_label = "k"
    def poll(self, context): return True
    def iterator(self, context, ks): pass
    def generate(self, context, ks, data): pass
class CaseTree(bpy.types.NodeTree):
    bl_idname = "CaseTree"
    bl_label = "t"
    bl_icon = 'NODETREE'
class CaseSocket(bpy.types.NodeSocket):
    bl_idname = "CaseSocket"
    bl_label = "s"
    def draw(self, context, layout, node, text): pass
    def draw_color(self, context, node): return (1, 1, 1, 1)
class CaseNode(bpy.types.Node):
    bl_idname = "CaseNode"
    bl_label = "n"
class CaseEngine(bpy.types.RenderEngine):
    bl_idname = "CASE_ENGINE"
    bl_label = "e"
ALL = (CASE_GGT_a, CASE_GT_a, CASE_KSI_a, CaseTree, CaseSocket, CaseNode, CaseEngine)
#= ok
#%% register each
for c in ALL: bpy.utils.register_class(c)
#= ok
#%% the second time
out = []
for c in ALL:
    try: bpy.utils.register_class(c); out.append((c.__name__, "ok"))
    except Exception as ex: out.append((c.__name__, type(ex).__name__, str(ex)))
out
#= value "[('CASE_GGT_a', 'ValueError', \"register_class(...): already registered as a subclass 'CASE_GGT_a'\"), ('CASE_GT_a', 'ValueError', \"register_class(...): already registered as a subclass 'CASE_GT_a'\"), ('CASE_KSI_a', 'ValueError', \"register_class(...): already registered as a subclass 'CASE_KSI_a'\"), ('CaseTree', 'ValueError', \"register_class(...): already registered as a subclass 'CaseTree'\"), ('CaseSocket', 'ValueError', \"register_class(...): already registered as a subclass 'CaseSocket'\"), ('CaseNode', 'ValueError', \"register_class(...): already registered as a subclass 'CaseNode'\"), ('CaseEngine', 'ValueError', \"register_class(...): already registered as a subclass 'CaseEngine'\")]"
#%% identifiers
[c.bl_rna.identifier for c in ALL]
#= value "['CASE_GGT_a', 'CASE_GT_a', 'CASE_KSI_a', 'CaseTree', 'CaseSocket', 'CaseNode', 'CASE_ENGINE']"
#%% unregister each
for c in ALL: bpy.utils.unregister_class(c)
#= ok
#%% unregister each again
out = []
for c in ALL:
    try: bpy.utils.unregister_class(c); out.append((c.__name__, "ok"))
    except Exception as ex: out.append((c.__name__, type(ex).__name__, str(ex)))
out
#= value "[('CASE_GGT_a', 'RuntimeError', \"unregister_class(...):, missing bl_rna attribute from 'type' instance (may not be registered)\"), ('CASE_GT_a', 'RuntimeError', \"unregister_class(...):, missing bl_rna attribute from 'type' instance (may not be registered)\"), ('CASE_KSI_a', 'RuntimeError', \"unregister_class(...):, missing bl_rna attribute from 'RNAMeta' instance (may not be registered)\"), ('CaseTree', 'RuntimeError', \"unregister_class(...):, missing bl_rna attribute from 'RNAMetaPropGroup' instance (may not be registered)\"), ('CaseSocket', 'RuntimeError', \"unregister_class(...):, missing bl_rna attribute from 'RNAMetaPropGroup' instance (may not be registered)\"), ('CaseNode', 'RuntimeError', \"unregister_class(...):, missing bl_rna attribute from 'RNAMetaPropGroup' instance (may not be registered)\"), ('CaseEngine', 'RuntimeError', \"unregister_class(...):, missing bl_rna attribute from 'RNAMeta' instance (may not be registered)\")]"
