# title: every property kind as a class annotation
#%%
import bpy
from bpy.props import *
class CASE_PG_item(bpy.types.PropertyGroup):
    v: IntProperty(default=9)
class CASE_PG_all(bpy.types.PropertyGroup):
    b: BoolProperty(default=True)
    bv: BoolVectorProperty(size=2, default=(True, False))
    i: IntProperty(default=3)
    iv: IntVectorProperty(size=2, default=(3, 4))
    f: FloatProperty(default=0.5)
    fv: FloatVectorProperty(size=4, default=(1, 2, 3, 4))
    s: StringProperty(default="dflt")
    e: EnumProperty(items=[('A', "a", ""), ('B', "b", "")], default='B')
    ef: EnumProperty(items=[('A', "a", "", 1), ('B', "b", "", 2)], default={'B'}, options={'ENUM_FLAG'})
    ec: EnumProperty(items=lambda self, context: [('X', "x", ""), ('Y', "y", "")])
    p: PointerProperty(type=CASE_PG_item)
    po: PointerProperty(type=bpy.types.Object)
    c: CollectionProperty(type=CASE_PG_item)
bpy.utils.register_class(CASE_PG_item)
bpy.utils.register_class(CASE_PG_all)
bpy.types.Scene.case = PointerProperty(type=CASE_PG_all)
g = bpy.context.scene.case
#= ok
#%% in the order of the annotations
[(p.identifier, p.type) for p in CASE_PG_all.bl_rna.properties]
#= value "[('rna_type', 'POINTER'), ('name', 'STRING'), ('b', 'BOOLEAN'), ('bv', 'BOOLEAN'), ('i', 'INT'), ('iv', 'INT'), ('f', 'FLOAT'), ('fv', 'FLOAT'), ('s', 'STRING'), ('e', 'ENUM'), ('ef', 'ENUM'), ('ec', 'ENUM'), ('p', 'POINTER'), ('po', 'POINTER'), ('c', 'COLLECTION')]"
#%% defaults
(g.b, tuple(g.bv), g.i, tuple(g.iv), g.f, tuple(g.fv), g.s, g.e, g.ef, g.ec, g.p.v, g.po, len(g.c))
#= value "(True, (True, False), 3, (3, 4), 0.5, (1.0, 2.0, 3.0, 4.0), 'dflt', 'B', {'B'}, 'X', 9, None, 0)"
#%% the class dictionary is untouched
sorted(k for k in CASE_PG_all.__dict__ if not k.startswith("__"))
#= value "['bl_rna']"
#%% on Object, WindowManager, Material, Collection and Bone
for T in (bpy.types.Object, bpy.types.WindowManager, bpy.types.Material, bpy.types.Collection, bpy.types.Bone):
    T.case = PointerProperty(type=CASE_PG_all)
(bpy.data.objects[0].case.i, bpy.context.window_manager.case.i, bpy.data.materials[0].case.s, bpy.data.collections[0].case.f)
#= value "(3, 3, 'dflt', 0.5)"
#%% collection methods
c = g.c
for n in range(3): c.add().name = "n%d" % n
c.move(0, 2); c.remove(0)
([x.name for x in c], c.find("n0"), "n2" in c, c.keys())
#= value "(['n2', 'n0'], 1, True, ['n2', 'n0'])"
#%% index out of range
c[7]
#= raises IndexError "bpy_prop_collection[index]: index 7 out of range, size 2"
#%% unknown name
c["zz"]
#= raises KeyError "'bpy_prop_collection[key]: key \"zz\" not found'"
#%% clear
c.clear()
len(c)
#= value "0"
#%% wrong value types
def t(a, v):
    try: setattr(g, a, v); return "ok"
    except Exception as ex: return (type(ex).__name__, str(ex))
[t("b", "x"), t("i", 1.5), t("i", "x"), t("f", "x"), t("s", 3), t("e", 'Z'), t("fv", (1, 2)), t("ef", {'Q'}), t("po", 3), t("p", None), t("c", [])]
#= value "[('TypeError', 'bpy_struct: item.attr = val: CASE_PG_all.b expected True/False or 0/1, not str'), ('TypeError', 'bpy_struct: item.attr = val: CASE_PG_all.i expected an int type, not float'), ('TypeError', 'bpy_struct: item.attr = val: CASE_PG_all.i expected an int type, not str'), ('TypeError', 'bpy_struct: item.attr = val: CASE_PG_all.f expected a float type, not str'), ('TypeError', 'bpy_struct: item.attr = val: CASE_PG_all.s expected a string type, not int'), ('TypeError', 'bpy_struct: item.attr = val: enum \"Z\" not found in (\\'A\\', \\'B\\')'), ('ValueError', 'bpy_struct: item.attr = val: sequences of dimension 0 should contain 4 items, not 2'), ('ValueError', \"bpy_struct: item.attr = val:: 'Q' not found in ('A', 'B')\"), ('TypeError', 'bpy_struct: item.attr = val: CASE_PG_all.po expected a Object type, not int'), ('AttributeError', 'bpy_struct: attribute \"p\" from \"CASE_PG_all\" is read-only'), ('AttributeError', 'bpy_struct: attribute \"c\" from \"CASE_PG_all\" is read-only')]"
#%% values out of range are clamped
CASE_PG_all.r = IntProperty(min=0, max=10, soft_max=5)
g.r = 99
g.r
#= value "10"
