# title: operator methods of the wrong kind or arity
#%%
import bpy
def reg(n, **kw):
    kw["__module__"] = __name__
    kw.setdefault("bl_label", "x")
    bpy.utils.register_class(type("Case" + n, (bpy.types.Operator,), dict({"bl_idname": "case." + n}, **kw)))
#= ok
#%% execute takes too few
def execute(self): pass
reg("a", execute=execute)
#= raises ValueError "expected Operator, Casea class \"execute\" function to have 2 args, found 1"
#%% execute takes too many
def execute(self, context, extra): pass
reg("b", execute=execute)
#= raises ValueError "expected Operator, Caseb class \"execute\" function to have 2 args, found 3"
#%% execute takes varargs
def execute(self, *args): pass
reg("c", execute=execute)
#= raises ValueError "expected Operator, Casec class \"execute\" function to have 2 args, found 1"
#%% execute with a default
def execute(self, context, extra=1): pass
reg("d", execute=execute)
#= raises ValueError "expected Operator, Cased class \"execute\" function to have 2 args, found 3"
#%% execute is an int
reg("e", execute=3)
#= raises TypeError "expected Operator, Casee class \"execute\" attribute to be a function, not a int"
#%% execute is a lambda
reg("f", execute=lambda self, context: {'FINISHED'})
#= ok
#%% execute is a callable object
class C:
    def __call__(self, a, b): return {'FINISHED'}
reg("g", execute=C())
#= raises TypeError "expected Operator, Caseg class \"execute\" attribute to be a function, not a C"
#%% execute is a builtin
reg("h", execute=print)
#= raises TypeError "expected Operator, Caseh class \"execute\" attribute to be a function, not a builtin_function_or_method"
#%% execute is a staticmethod
reg("i", execute=staticmethod(lambda self, context: {'FINISHED'}))
#= ok
#%% execute is a classmethod
reg("j", execute=classmethod(lambda cls, context: {'FINISHED'}))
#= raises TypeError "expected Operator, Casej class \"execute\" attribute to be a function, not a method"
#%% poll is a plain function
def poll(self, context): return True
reg("k", poll=poll)
#= raises TypeError "expected Operator, Casek class \"poll\" attribute to be a static/class method, not a function"
#%% poll is a classmethod
reg("l", poll=classmethod(lambda cls, context: True))
#= ok
#%% poll is a staticmethod with 1
reg("m", poll=staticmethod(lambda context: True))
#= raises TypeError "expected Operator, Casem class \"poll\" attribute to be a static/class method, not a function"
#%% poll is a classmethod with too many
reg("n", poll=classmethod(lambda cls, context, x: True))
#= raises ValueError "expected Operator, Casen class \"poll\" function to have 2 args, found 3"
#%% invoke takes too few
reg("o", invoke=lambda self, context: None)
#= raises ValueError "expected Operator, Caseo class \"invoke\" function to have 3 args, found 2"
#%% draw missing context
reg("p", draw=lambda self: None)
#= raises ValueError "expected Operator, Casep class \"draw\" function to have 2 args, found 1"
#%% keyword-only argument
def execute(self, context, *, k): pass
reg("q", execute=execute)
#= ok
#%% which exist
sorted(dir(bpy.ops.case))
#= value "['f', 'i', 'l', 'q']"
