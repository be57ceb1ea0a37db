# title: every property kind assigned on bpy.types.Scene, defaults read back
#%%
import bpy
from bpy.props import *
class CASE_PG_item(bpy.types.PropertyGroup):
    v: IntProperty(default=9)
bpy.utils.register_class(CASE_PG_item)
S = bpy.types.Scene
S.case_b = BoolProperty(default=True)
S.case_bv = BoolVectorProperty(size=2, default=(True, False))
S.case_i = IntProperty(default=3)
S.case_iv = IntVectorProperty(size=2, default=(3, 4))
S.case_f = FloatProperty(default=0.5)
S.case_fv = FloatVectorProperty(size=4, default=(1, 2, 3, 4))
S.case_s = StringProperty(default="dflt")
S.case_e = EnumProperty(items=[('A', "a", ""), ('B', "b", "")], default='B')
S.case_ef = EnumProperty(items=[('A', "a", "", 1), ('B', "b", "", 2)], default={'B'}, options={'ENUM_FLAG'})
S.case_ec = EnumProperty(items=lambda self, context: [('X', "x", ""), ('Y', "y", "")])
S.case_p = PointerProperty(type=CASE_PG_item)
S.case_po = PointerProperty(type=bpy.types.Object)
S.case_c = CollectionProperty(type=CASE_PG_item)
s = bpy.context.scene
#= ok
#%% defaults
(s.case_b, tuple(s.case_bv), s.case_i, tuple(s.case_iv), s.case_f, tuple(s.case_fv), s.case_s, s.case_e, s.case_ef, s.case_ec, s.case_p.v, s.case_po, len(s.case_c))
#= value "(True, (True, False), 3, (3, 4), 0.5, (1.0, 2.0, 3.0, 4.0), 'dflt', 'B', {'B'}, 'X', 9, None, 0)"
#%% reading defaults stores nothing except groups
sorted(k for k in s.keys() if k.startswith("case"))
#= value "['case_p', 'case_po']"
#%% set all
s.case_b = False; s.case_bv = (False, True); s.case_i = 5; s.case_iv = (5, 6); s.case_f = 1.5
s.case_fv = (4, 3, 2, 1); s.case_s = "set"; s.case_e = 'A'; s.case_ef = {'A'}; s.case_ec = 'Y'
s.case_p.v = 1; s.case_po = bpy.data.objects[0]; s.case_c.add().v = 2
#= ok
#%% stored values, raw
[(k, s[k] if not hasattr(s[k], "to_dict") else s[k].to_dict()) for k in sorted(s.keys()) if k.startswith("case") and k not in ("case_po", "case_c", "case_bv", "case_iv", "case_fv")]
#= value "[('case_b', 0), ('case_e', 0), ('case_ec', 1), ('case_ef', 1), ('case_f', 1.5), ('case_i', 5), ('case_p', {'v': 1}), ('case_s', 'set')]"
#%% raw types
[(k, type(s[k]).__name__) for k in sorted(s.keys()) if k.startswith("case")]
#= value "[('case_b', 'int'), ('case_bv', 'IDPropertyArray'), ('case_c', 'list'), ('case_e', 'int'), ('case_ec', 'int'), ('case_ef', 'int'), ('case_f', 'float'), ('case_fv', 'IDPropertyArray'), ('case_i', 'int'), ('case_iv', 'IDPropertyArray'), ('case_p', 'IDPropertyGroup'), ('case_po', 'Object'), ('case_s', 'str')]"
#%% the class attribute read back
(type(S.case_i).__name__, hasattr(S, "case_i"), "case_i" in S.__dict__)
#= value "('_PropertyDeferred', True, True)"
#%% RNA types
[(k, S.bl_rna.properties[k].type, S.bl_rna.properties[k].is_runtime) for k in sorted(S.bl_rna.properties.keys()) if k.startswith("case")]
#= value "[('case_b', 'BOOLEAN', True), ('case_bv', 'BOOLEAN', True), ('case_c', 'COLLECTION', True), ('case_e', 'ENUM', True), ('case_ec', 'ENUM', True), ('case_ef', 'ENUM', True), ('case_f', 'FLOAT', True), ('case_fv', 'FLOAT', True), ('case_i', 'INT', True), ('case_iv', 'INT', True), ('case_p', 'POINTER', True), ('case_po', 'POINTER', True), ('case_s', 'STRING', True)]"
