# title: Menu.append, prepend, remove
#%%
import bpy
M = bpy.types.VIEW3D_MT_object
def f(self, context): pass
def g(self, context): pass
orig = M.draw
#= ok
#%% before
(hasattr(M.draw, "_draw_funcs"), M.is_extended())
#= value "(False, False)"
#%% append twice, prepend once
M.append(f); M.append(f); M.prepend(g)
#= ok
#%% the class's draw is replaced by a wrapper with a list
(M.draw is orig, [x.__name__ for x in M.draw._draw_funcs], M.is_extended())
#= value "(False, ['g', 'draw', 'f', 'f'], True)"
#%% remove takes one copy
M.remove(f)
[x.__name__ for x in M.draw._draw_funcs]
#= value "['g', 'draw', 'f']"
#%% removing what is not there is silent
M.remove(print)
#= ok
#%% after all are removed the wrapper stays
M.remove(f); M.remove(g)
(M.is_extended(), [x.__name__ for x in M.draw._draw_funcs], M.draw is orig)
#= value "(True, ['draw'], False)"
#%% anything is accepted except what takes no attributes with an owner set
M.append(3)
#= ok
#%% a panel and a header too
bpy.types.VIEW3D_PT_tools_active.append(f)
bpy.types.VIEW3D_HT_header.append(f)
(bpy.types.VIEW3D_PT_tools_active.is_extended(), bpy.types.VIEW3D_HT_header.is_extended())
#= value "(True, True)"
#%% append to an operator class
bpy.types.WM_OT_url_open.append(f)
#= raises AttributeError "type object 'WM_OT_url_open' has no attribute 'append'"
