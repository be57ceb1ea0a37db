# title: how much is registered in a factory-startup background Blender
#%%
import bpy
#= ok
#%% names in dir(bpy.types)
len(dir(bpy.types))
#= value "3267"
#%% operators, C and Python
sum(len(dir(getattr(bpy.ops, m))) for m in dir(bpy.ops))
#= value "2144"
#%% kinds
import collections
kinds = collections.Counter()
def walk(c, top):
    for k in c.__subclasses__():
        if "bl_rna" in k.__dict__ and k.__module__ not in ("bpy_types", "bpy.types"): kinds[top] += 1
        walk(k, top)
for top in ("Operator", "Panel", "Menu", "UIList", "Header", "PropertyGroup", "AddonPreferences", "KeyingSetInfo", "RenderEngine", "Macro", "Node"):
    walk(getattr(bpy.types, top), top)
sorted(kinds.items())
#= value "[('AddonPreferences', 2), ('Header', 22), ('KeyingSetInfo', 22), ('Menu', 477), ('Operator', 203), ('Panel', 1168), ('PropertyGroup', 14), ('RenderEngine', 1), ('UIList', 32)]"
