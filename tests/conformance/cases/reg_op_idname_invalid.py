# title: bad bl_idname values for operators
#%%
import bpy
def reg(idname, **kw):
    d = {"bl_idname": idname, "bl_label": "x", "__module__": __name__}
    d.update(kw)
    bpy.utils.register_class(type("Case", (bpy.types.Operator,), d))
#= ok
#%% no dot
reg("nodot")
#= raises RuntimeError "Error: Registering operator class: 'Case', invalid bl_idname 'nodot', must contain 1 '.' character\n"
#%% two dots
reg("a.b.c")
#= raises RuntimeError "Error: Registering operator class: 'Case', invalid bl_idname 'a.b.c', must contain 1 '.' character\n"
#%% upper case
reg("Case.a")
#= raises RuntimeError "Error: Registering operator class: 'Case', invalid bl_idname 'Case.a', at position 0\n"
#%% upper case after the dot
reg("case.aB")
#= raises RuntimeError "Error: Registering operator class: 'Case', invalid bl_idname 'case.aB', at position 6\n"
#%% space
reg("case.a b")
#= raises RuntimeError "Error: Registering operator class: 'Case', invalid bl_idname 'case.a b', at position 6\n"
#%% hyphen
reg("case.a-b")
#= raises RuntimeError "Error: Registering operator class: 'Case', invalid bl_idname 'case.a-b', at position 6\n"
#%% leading dot
reg(".a")
#= ok
#%% trailing dot
reg("case.")
#= ok
#%% digits first
reg("1case.2a")
#= ok
#%% non-ascii
reg("case.ä")
#= raises RuntimeError "Error: Registering operator class: 'Case', invalid bl_idname 'case.ä', at position 5\n"
#%% _OT_ form given
reg("CASE_OT_a")
#= raises RuntimeError "Error: Registering operator class: 'Case', invalid bl_idname 'CASE_OT_a', at position 0\n"
#%% int
reg(5)
#= raises TypeError "validating class: Operator.bl_idname expected a string type, not int"
#%% None
reg(None)
#= raises TypeError "validating class: Operator.bl_idname doesn't support None from string types"
#%% bytes
reg(b"case.a")
#= raises TypeError "validating class: Operator.bl_idname expected a string type, not bytes"
#%% registered so far
sorted(n for n in dir(bpy.types) if "_OT_" in n and ("case" in n.lower() or n.startswith(("_OT", "1"))))
#= value "['1CASE_OT_2a', 'CASE_OT_', '_OT_a']"
