# title: bpy.app.debug_python's check for groups in use sees only a group that points to itself
#%%
import bpy
from bpy.props import *
class CASE_PG_a(bpy.types.PropertyGroup):
    x: IntProperty(default=1)
bpy.utils.register_class(CASE_PG_a)
bpy.types.Scene.case = PointerProperty(type=CASE_PG_a)
bpy.app.debug_python = True
#= ok
#%% in use by a Scene property: not refused
bpy.utils.unregister_class(CASE_PG_a)
#= ok
#%% in use by its own property: refused
class CASE_PG_self(bpy.types.PropertyGroup): pass
bpy.utils.register_class(CASE_PG_self)
CASE_PG_self.parent = PointerProperty(type=CASE_PG_self)
bpy.utils.unregister_class(CASE_PG_self)
#= raises RuntimeError "unregister_class(...): can't unregister CASE_PG_self because Struct.parent pointer property is using this"
#%% still registered
CASE_PG_self.is_registered
#= value "True"
#%% a collection of itself is not looked at
del CASE_PG_self.parent
CASE_PG_self.children = CollectionProperty(type=CASE_PG_self)
bpy.utils.unregister_class(CASE_PG_self)
#= ok
