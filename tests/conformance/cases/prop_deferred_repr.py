# title: what the property functions return
#%%
import bpy
from bpy.props import *
p = IntProperty(name="n", default=3, min=0)
#= ok
#%% type
type(p).__name__
#= value "'_PropertyDeferred'"
#%% repr
repr(p)[:60]
#= value "\"<_PropertyDeferred, <built-in function IntProperty>, {'name'\""
#%% attributes
(p.function.__name__, sorted(p.keywords.items()))
#= value "('IntProperty', [('default', 3), ('min', 0), ('name', 'n')])"
#%% public attributes
[a for a in dir(p) if not a.startswith("__")]
#= value "['function', 'keywords']"
#%% the type itself
(type(p).__module__, bpy.props._PropertyDeferred is type(p))
#= value "('builtins', True)"
#%% can it be built directly
bpy.props._PropertyDeferred()
#= raises TypeError "cannot create '_PropertyDeferred' instances"
#%% assign attribute
p.function = None
#= raises AttributeError "attribute 'function' of '_PropertyDeferred' objects is not writable"
#%% hash and equality
(hash(p) == hash(p), p == IntProperty(name="n", default=3, min=0))
#= value "(True, False)"
#%% wrong keywords are not noticed yet
q = IntProperty(nonsense=1)
q.keywords
#= value "{'nonsense': 1}"
#%% no arguments at all
PointerProperty().keywords
#= value "{}"
#%% positional argument
IntProperty("name")
#= value "<_PropertyDeferred, <built-in function IntProperty>, {}>"
