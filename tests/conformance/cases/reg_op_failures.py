# title: what calling an operator gives when its methods misbehave
#%%
import bpy
def reg(n, **kw):
    kw["__module__"] = __name__
    kw.setdefault("bl_label", "x")
    c = type("Case" + n, (bpy.types.Operator,), dict({"bl_idname": "case." + n}, **kw))
    bpy.utils.register_class(c)
    return c
def execute(self, context): raise ValueError("inside")
reg("a", execute=execute)
def execute(self, context): return None
reg("b", execute=execute)
def execute(self, context): return {'NOPE'}
reg("c", execute=execute)
def execute(self, context): return 'FINISHED'
reg("d", execute=execute)
reg("e")
reg("f", poll=classmethod(lambda cls, context: False), execute=lambda self, context: {'FINISHED'})
def execute(self, context):
    self.report({'ERROR'}, "bad thing")
    return {'CANCELLED'}
reg("g", execute=execute)
def execute(self, context):
    self.report({'INFO'}, "info thing")
    return {'FINISHED'}
reg("h", execute=execute)
def poll(cls, context): raise KeyError("p")
reg("i", poll=classmethod(poll), execute=lambda self, context: {'FINISHED'})
#= value "<class 'blender_case.Casei'>"
#%% raises
bpy.ops.case.a()
#= raises RuntimeError "Error: Python: Traceback (most recent call last):\n  File \"<step 0>\", line 8, in execute\nValueError: inside\nLocation: *\n"
#%% returns None
bpy.ops.case.b()
#= raises RuntimeError "Error: Python: RuntimeError: class CASE_OT_b, function execute: incompatible return value , , Function.result expected a set, not a NoneType\nLocation: *\n"
#%% returns an unknown member
bpy.ops.case.c()
#= raises RuntimeError "Error: Python: RuntimeError: class CASE_OT_c, function execute: incompatible return value , : 'NOPE' not found in ('RUNNING_MODAL', 'CANCELLED', 'FINISHED', 'PASS_THROUGH', 'INTERFACE')\nLocation: *\n"
#%% returns a str
bpy.ops.case.d()
#= raises RuntimeError "Error: Python: RuntimeError: class CASE_OT_d, function execute: incompatible return value , , Function.result expected a set, not a str\nLocation: *\n"
#%% no execute
bpy.ops.case.e()
#= value "{'PASS_THROUGH'}"
#%% poll false
bpy.ops.case.f()
#= raises RuntimeError "Operator bpy.ops.case.f.poll() failed, context is incorrect"
#%% report error
bpy.ops.case.g()
#= raises RuntimeError "Error: bad thing\n"
#%% report info
bpy.ops.case.h()
#= value "{'FINISHED'}"
#%% poll raises
bpy.ops.case.i()
#= value "{'FINISHED'}"
#%% unknown keyword
bpy.ops.case.h(nope=1)
#= raises TypeError "Converting py args to operator properties: : keyword \"nope\" unrecognized"
#%% unknown operator
bpy.ops.case.nonesuch()
#= raises AttributeError "Calling operator \"bpy.ops.case.nonesuch\" error, could not be found"
#%% attribute access on an unknown operator works
type(bpy.ops.nosuchmodule.nosuchop).__name__
#= value "'_BPyOpsSubModOp'"
