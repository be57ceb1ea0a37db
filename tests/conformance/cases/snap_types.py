# title: what lists the registered classes
#%%
import bpy
def regs():
    out = set()
    def walk(c):
        for k in c.__subclasses__():
            if "bl_rna" in k.__dict__: out.add(k.__name__)
            walk(k)
    walk(bpy.types.bpy_struct)
    return out
before_types, before_ops, before_walk = set(dir(bpy.types)), {m + "." + f for m in dir(bpy.ops) for f in dir(getattr(bpy.ops, m))}, regs()
class CASE_PG_a(bpy.types.PropertyGroup): pass
class CASE_OT_a(bpy.types.Operator):
    bl_idname = "case.a"
    bl_label = "A"
class CASE_PT_a(bpy.types.Panel):
    bl_label = "A"
    bl_space_type = 'VIEW_3D'
    bl_region_type = 'UI'
    def draw(self, context): pass
class CASE_MT_a(bpy.types.Menu):
    bl_label = "A"
    def draw(self, context): pass
class CASE_UL_a(bpy.types.UIList): pass
class CASE_AP_a(bpy.types.AddonPreferences):
    bl_idname = "case"
class CASE_HT_a(bpy.types.Header):
    bl_space_type = 'VIEW_3D'
    def draw(self, context): pass
class CaseNode(bpy.types.Node):
    bl_label = "n"
ALL = (CASE_PG_a, CASE_OT_a, CASE_PT_a, CASE_MT_a, CASE_UL_a, CASE_AP_a, CASE_HT_a, CaseNode)
for c in ALL: bpy.utils.register_class(c)
#= ok
#%% new in dir(bpy.types)
sorted(set(dir(bpy.types)) - before_types)
#= value "['CASE_HT_a', 'CASE_MT_a', 'CASE_OT_a', 'CASE_PT_a', 'CASE_UL_a']"
#%% new in bpy.ops
sorted({m + "." + f for m in dir(bpy.ops) for f in dir(getattr(bpy.ops, m))} - before_ops)
#= value "['case.a']"
#%% new in the walk of subclasses that have a bl_rna of their own
sorted(regs() - before_walk)
#= value "['CASE_AP_a', 'CASE_HT_a', 'CASE_MT_a', 'CASE_OT_a', 'CASE_PG_a', 'CASE_PT_a', 'CASE_UL_a', 'CaseNode']"
#%% hasattr for each
[(c.__name__, hasattr(bpy.types, c.__name__)) for c in ALL]
#= value "[('CASE_PG_a', False), ('CASE_OT_a', True), ('CASE_PT_a', True), ('CASE_MT_a', True), ('CASE_UL_a', True), ('CASE_AP_a', False), ('CASE_HT_a', True), ('CaseNode', False)]"
#%% and gone after unregistering
for c in reversed(ALL): bpy.utils.unregister_class(c)
(sorted(set(dir(bpy.types)) - before_types), sorted(regs() - before_walk))
#= value "([], [])"
