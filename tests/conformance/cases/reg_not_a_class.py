# title: register_class given something that is not a class
#%%
import bpy
#= ok
#%% an int
bpy.utils.register_class(3)
#= raises ValueError "register_class(...): expected a class argument, not 'int'"
#%% None
bpy.utils.register_class(None)
#= raises ValueError "register_class(...): expected a class argument, not 'NoneType'"
#%% an instance of a plain class
class P: pass
bpy.utils.register_class(P())
#= raises ValueError "register_class(...): expected a class argument, not 'P'"
#%% a function
bpy.utils.register_class(lambda: None)
#= raises ValueError "register_class(...): expected a class argument, not 'function'"
#%% no argument
bpy.utils.register_class()
#= raises TypeError "register_class() takes exactly one argument (0 given)"
#%% two arguments
bpy.utils.register_class(P, P)
#= raises TypeError "register_class() takes exactly one argument (2 given)"
#%% keyword argument
bpy.utils.register_class(cls=P)
#= raises TypeError "register_class() takes no keyword arguments"
