# title: EnumProperty: items and defaults
#%%
import bpy
from bpy.props import EnumProperty
S = bpy.types.Scene
s = bpy.context.scene
#= ok
#%% default not in items
S.case = EnumProperty(items=[('A', "", "")], default='Z')
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' EnumProperty could not register (see previous error)"
#%% default int
S.case = EnumProperty(items=[('A', "", ""), ('B', "", "")], default=1)
#= ok
#%% value after the int default
s.case if hasattr(s, "case") else None
#= value "'B'"
#%% default int not found
S.case = EnumProperty(items=[('A', "", "")], default=7)
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' EnumProperty could not register (see previous error)"
#%% default set without ENUM_FLAG
S.case = EnumProperty(items=[('A', "", "")], default={'A'})
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' EnumProperty could not register (see previous error)"
#%% default str with ENUM_FLAG
S.case = EnumProperty(items=[('A', "", "")], default='A', options={'ENUM_FLAG'})
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' EnumProperty could not register (see previous error)"
#%% set default with an unknown member
S.case = EnumProperty(items=[('A', "", "")], default={'A', 'Z'}, options={'ENUM_FLAG'})
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' EnumProperty could not register (see previous error)"
#%% items missing
S.case = EnumProperty()
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' EnumProperty could not register (see previous error)"
#%% items a string
S.case = EnumProperty(items="abc")
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' EnumProperty could not register (see previous error)"
#%% items an int
S.case = EnumProperty(items=3)
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' EnumProperty could not register (see previous error)"
#%% item tuples too short
S.case = EnumProperty(items=[('A', "")])
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' EnumProperty could not register (see previous error)"
#%% item not a tuple
S.case = EnumProperty(items=['A', 'B'])
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' EnumProperty could not register (see previous error)"
#%% item element not a str
S.case = EnumProperty(items=[(1, "", "")])
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' EnumProperty could not register (see previous error)"
#%% duplicate identifiers
S.case = EnumProperty(items=[('A', "1", ""), ('A', "2", "")])
s.case
#= value "'A'"
#%% duplicate numbers
S.case = EnumProperty(items=[('A', "1", "", 5), ('B', "2", "", 5)])
(s.case,)
#= value "('A',)"
#%% empty list
S.case = EnumProperty(items=[])
s.case
#= value "''"
#%% more than 32 flags
S.case = EnumProperty(items=[("I%d" % i, "", "") for i in range(33)], options={'ENUM_FLAG'})
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' EnumProperty could not register (see previous error)"
#%% callback with a str default
S.case = EnumProperty(items=lambda self, context: [('A', "", "")], default='A')
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' EnumProperty could not register (see previous error)"
#%% callback with an int default
S.case = EnumProperty(items=lambda self, context: [('A', "", ""), ('B', "", "")], default=1)
s.case
#= value "'B'"
#%% callback with the wrong arity
S.case = EnumProperty(items=lambda self: [])
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' EnumProperty could not register (see previous error)"
#%% callback that returns nothing
S.case = EnumProperty(items=lambda self, context: None)
s.case
#= value "''"
#%% callback that raises
def cb(self, context): raise ValueError("cb")
S.case = EnumProperty(items=cb)
s.case
#= value "''"
#%% assign an unknown item
S.case = EnumProperty(items=[('A', "", ""), ('B', "", "")])
s.case = 'Q'
#= raises TypeError "bpy_struct: item.attr = val: enum \"Q\" not found in ('A', 'B')"
#%% assign an int
s.case = 1
#= raises TypeError "bpy_struct: item.attr = val: expected a string enum, not int"
#%% generator
S.case = EnumProperty(items=(('A', "", "") for _ in range(1)))
s.case
#= value "'A'"
#%% unknown icon
S.case = EnumProperty(items=[('A', "", "", 'NOSUCHICON', 0)])
s.case
#= value "'A'"
