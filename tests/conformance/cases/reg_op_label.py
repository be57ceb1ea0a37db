# title: bl_label and other text attributes of an operator
#%%
import bpy
def reg(n, **kw):
    kw["__module__"] = __name__
    c = type("Case" + n, (bpy.types.Operator,), dict({"bl_idname": "case." + n}, **kw))
    bpy.utils.register_class(c)
    return c
#= ok
#%% no bl_label
reg("a")
#= raises AttributeError "expected Operator, Casea class to have an \"bl_label\" attribute"
#%% bl_label is an int
reg("b", bl_label=4)
#= raises TypeError "validating class: Operator.bl_label expected a string type, not int"
#%% bl_label too long
reg("c", bl_label="L" * 300)
len(bpy.ops.case.c.get_rna_type().name)
#= value "63"
#%% bl_description missing, docstring used
reg("d", bl_label="x", __doc__="the doc")
bpy.ops.case.d.get_rna_type().description
#= value "'the doc'"
#%% bl_description wins over the docstring
reg("e", bl_label="x", __doc__="the doc", bl_description="descr")
bpy.ops.case.e.get_rna_type().description
#= value "'descr'"
#%% bl_description is None
reg("f", bl_label="x", bl_description=None)
#= raises TypeError "validating class: Operator.bl_description doesn't support None from string types"
#%% bl_options unknown member
reg("g", bl_label="x", bl_options={'NOPE'})
#= raises ValueError "validating class:: 'NOPE' not found in ('REGISTER', 'UNDO', 'UNDO_GROUPED', 'BLOCKING', 'MACRO', 'GRAB_CURSOR', 'GRAB_CURSOR_X', 'GRAB_CURSOR_Y', 'DEPENDS_ON_CURSOR', 'PRESET', 'INTERNAL')"
#%% bl_options a list
reg("h", bl_label="x", bl_options=['REGISTER'])
#= raises TypeError "validating class:, Operator.bl_options expected a set, not a list"
#%% bl_options a tuple
reg("i", bl_label="x", bl_options=('REGISTER',))
#= raises TypeError "validating class:, Operator.bl_options expected a set, not a tuple"
#%% bl_options a string
reg("j", bl_label="x", bl_options='REGISTER')
#= raises TypeError "validating class:, Operator.bl_options expected a set, not a str"
#%% bl_options empty set
reg("k", bl_label="x", bl_options=set()) and None
#= ok
#%% bl_label empty
reg("l", bl_label="") and None
#= ok
#%% bl_translation_context int
reg("m", bl_label="x", bl_translation_context=3)
#= raises TypeError "validating class: Operator.bl_translation_context expected a string type, not int"
#%% bl_undo_group too long
reg("n", bl_label="x", bl_undo_group="u" * 300) and None
#= ok
#%% which exist
sorted(dir(bpy.ops.case))
#= value "['c', 'd', 'e', 'k', 'l', 'n']"
