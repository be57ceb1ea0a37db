# title: draw functions of an old generation after a reload
#%%
import bpy, types
def gen(n):
    m = types.ModuleType("case_mod")
    exec("def draw_it(self, context): print('gen', %d)" % n, m.__dict__)
    return m
a, b = gen(1), gen(2)
M = bpy.types.VIEW3D_MT_object
M.append(a.draw_it)
#= ok
#%% remove by the new function: silent, nothing removed
M.remove(b.draw_it)
M.append(b.draw_it)
[(f.__module__, f is a.draw_it, f is b.draw_it) for f in M.draw._draw_funcs[1:]]
#= value "[('case_mod', True, False), ('case_mod', False, True)]"
