# title: wrong keyword arguments fail at assignment with direct registration
#%%
import bpy
from bpy.props import *
S = bpy.types.Scene
#= ok
#%% unknown keyword
S.case = IntProperty(nonsense=1)
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' IntProperty could not register (see previous error)"
#%% name not a str
S.case = IntProperty(name=3)
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' IntProperty could not register (see previous error)"
#%% description not a str
S.case = IntProperty(description=3)
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' IntProperty could not register (see previous error)"
#%% description None
S.case = IntProperty(description=None)
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' IntProperty could not register (see previous error)"
#%% default of the wrong type
S.case = IntProperty(default="x")
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' IntProperty could not register (see previous error)"
#%% float default for int
S.case = IntProperty(default=1.5)
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' IntProperty could not register (see previous error)"
#%% default out of range
S.case = IntProperty(default=50, max=10)
bpy.context.scene.case
#= value "50"
#%% int overflow
S.case = IntProperty(default=2**40)
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' IntProperty could not register (see previous error)"
#%% bool default from int
S.case = BoolProperty(default=1)
#= ok
#%% bool default from str
S.case = BoolProperty(default="yes")
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' BoolProperty could not register (see previous error)"
#%% string default int
S.case = StringProperty(default=1)
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' StringProperty could not register (see previous error)"
#%% float default str
S.case = FloatProperty(default="1")
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' FloatProperty could not register (see previous error)"
#%% unknown option
S.case = IntProperty(options={'NOPE'})
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' IntProperty could not register (see previous error)"
#%% options a list
S.case = IntProperty(options=['HIDDEN'])
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' IntProperty could not register (see previous error)"
#%% unknown subtype
S.case = IntProperty(subtype='NOPE')
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' IntProperty could not register (see previous error)"
#%% unknown unit
S.case = FloatProperty(unit='NOPE')
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' FloatProperty could not register (see previous error)"
#%% update not a function
S.case = IntProperty(update=3)
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' IntProperty could not register (see previous error)"
#%% update with wrong arity
S.case = IntProperty(update=lambda self: None)
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' IntProperty could not register (see previous error)"
#%% update a class (callable, not a function)
class C:
    def __call__(self, a, b): pass
S.case = IntProperty(update=C())
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' IntProperty could not register (see previous error)"
#%% get without set is fine
S.case = IntProperty(get=lambda self: 4)
bpy.context.scene.case
#= value "4"
#%% and then read-only
bpy.context.scene.case = 5
#= raises AttributeError "bpy_struct: attribute \"case\" from \"Scene\" is read-only"
#%% set wrong arity
S.case = IntProperty(set=lambda self: None)
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' IntProperty could not register (see previous error)"
#%% vector size zero
S.case = IntVectorProperty(size=0)
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' IntVectorProperty could not register (see previous error)"
#%% vector size too big
S.case = IntVectorProperty(size=33)
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' IntVectorProperty could not register (see previous error)"
#%% default length mismatch
S.case = IntVectorProperty(size=2, default=(1, 2, 3))
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' IntVectorProperty could not register (see previous error)"
#%% default not a sequence
S.case = FloatVectorProperty(default=1)
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' FloatVectorProperty could not register (see previous error)"
#%% tags on a type that has none
S.case = IntProperty(tags={'X'})
#= raises ValueError "bpy_struct \"Scene\" registration error: 'case' IntProperty could not register (see previous error)"
#%% positional
S.case = IntProperty(3)
#= ok
