# title: appending to a menu that is then unregistered and registered as a new class
#%%
import bpy
def make():
    class CASE_MT_a(bpy.types.Menu):
        bl_label = "A"
        def draw(self, context): pass
    return CASE_MT_a
def f(self, context): pass
A, B = make(), make()
bpy.utils.register_class(A)
bpy.types.CASE_MT_a.append(f)
#= ok
#%% a new class starts clean
bpy.utils.unregister_class(A)
bpy.utils.register_class(B)
(A.is_extended(), B.is_extended())
#= value "(True, False)"
#%% the same class registered again keeps its additions
bpy.utils.unregister_class(B)
bpy.utils.register_class(A)
bpy.types.CASE_MT_a.is_extended()
#= value "True"
#%% appended to a subclass: does it touch the parent's list
class Sub(A): pass
def g(self, context): pass
Sub.append(g)
[x.__name__ for x in A.draw._draw_funcs]
#= value "['draw', 'f', 'g']"
