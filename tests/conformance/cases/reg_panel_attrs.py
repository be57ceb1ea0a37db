# title: panel attributes missing or wrong
#%%
import bpy
def reg(n, **kw):
    kw["__module__"] = __name__
    kw.setdefault("draw", lambda self, context: None)
    c = type("CASE_PT_" + n, (bpy.types.Panel,), kw)
    bpy.utils.register_class(c)
#= ok
#%% no bl_space_type
reg("a", bl_label="x", bl_region_type='UI')
#= raises AttributeError "expected Panel, CASE_PT_a class to have an \"bl_space_type\" attribute"
#%% no bl_region_type
reg("b", bl_label="x", bl_space_type='VIEW_3D')
#= raises AttributeError "expected Panel, CASE_PT_b class to have an \"bl_region_type\" attribute"
#%% neither
reg("c", bl_label="x")
#= raises AttributeError "expected Panel, CASE_PT_c class to have an \"bl_space_type\" attribute"
#%% no bl_label
reg("d", bl_space_type='VIEW_3D', bl_region_type='UI')
#= raises AttributeError "expected Panel, CASE_PT_d class to have an \"bl_label\" attribute"
#%% no draw
class CASE_PT_e(bpy.types.Panel):
    bl_label = "x"
    bl_space_type = 'VIEW_3D'
    bl_region_type = 'UI'
bpy.utils.register_class(CASE_PT_e)
#= raises AttributeError "expected Panel, CASE_PT_e class to have an \"draw\" attribute"
#%% bl_space_type unknown
reg("f", bl_label="x", bl_space_type='NOPE', bl_region_type='UI')
#= raises TypeError "validating class: enum \"NOPE\" not found in ('EMPTY', 'VIEW_3D', 'IMAGE_EDITOR', 'NODE_EDITOR', 'SEQUENCE_EDITOR', 'CLIP_EDITOR', 'DOPESHEET_EDITOR', 'GRAPH_EDITOR', 'NLA_EDITOR', 'TEXT_EDITOR', 'CONSOLE', 'INFO', 'TOPBAR', 'STATUSBAR', 'OUTLINER', 'PROPERTIES', 'FILE_BROWSER', 'SPREADSHEET', 'PREFERENCES')"
#%% bl_region_type unknown
reg("g", bl_label="x", bl_space_type='VIEW_3D', bl_region_type='NOPE')
#= raises TypeError "validating class: enum \"NOPE\" not found in ('WINDOW', 'HEADER', 'CHANNELS', 'TEMPORARY', 'UI', 'TOOLS', 'TOOL_PROPS', 'PREVIEW', 'HUD', 'NAVIGATION_BAR', 'EXECUTE', 'FOOTER', 'TOOL_HEADER', 'XR')"
#%% region the space does not have
reg("h", bl_label="x", bl_space_type='CONSOLE', bl_region_type='TOOL_PROPS')
#= raises RuntimeError "Error: Region not found in space type\n"
#%% bl_space_type EMPTY
reg("i", bl_label="x", bl_space_type='EMPTY', bl_region_type='UI')
#= raises RuntimeError "Error: Region not found in space type\n"
#%% bl_category too long is cut
reg("j", bl_label="x", bl_space_type='VIEW_3D', bl_region_type='UI', bl_category="c" * 100)
#= ok
#%% bl_category empty string
reg("k", bl_label="x", bl_space_type='VIEW_3D', bl_region_type='UI', bl_category="")
#= ok
#%% bl_category where there are no tabs
reg("l", bl_label="x", bl_space_type='PROPERTIES', bl_region_type='WINDOW', bl_category="c")
#= ok
#%% bl_options unknown
reg("m", bl_label="x", bl_space_type='VIEW_3D', bl_region_type='UI', bl_options={'NOPE'})
#= raises ValueError "validating class:: 'NOPE' not found in ('DEFAULT_CLOSED', 'HIDE_HEADER', 'INSTANCED', 'HEADER_LAYOUT_EXPAND')"
#%% bl_options tuple
reg("n", bl_label="x", bl_space_type='VIEW_3D', bl_region_type='UI', bl_options=('DEFAULT_CLOSED',))
#= raises TypeError "validating class:, Panel.bl_options expected a set, not a tuple"
#%% bl_context int
reg("o", bl_label="x", bl_space_type='VIEW_3D', bl_region_type='UI', bl_context=1)
#= raises TypeError "validating class: Panel.bl_context expected a string type, not int"
#%% bl_context unknown string is taken
reg("p", bl_label="x", bl_space_type='PROPERTIES', bl_region_type='WINDOW', bl_context="nonesuch")
#= ok
#%% bl_order str
reg("q", bl_label="x", bl_space_type='VIEW_3D', bl_region_type='UI', bl_order="1")
#= raises TypeError "validating class: Panel.bl_order expected an int type, not str"
#%% bl_order int
reg("r", bl_label="x", bl_space_type='VIEW_3D', bl_region_type='UI', bl_order=3)
#= ok
#%% draw takes too few
reg("s", bl_label="x", bl_space_type='VIEW_3D', bl_region_type='UI', draw=lambda self: None)
#= raises ValueError "expected Panel, CASE_PT_s class \"draw\" function to have 2 args, found 1"
#%% bl_idname int
reg("t", bl_label="x", bl_space_type='VIEW_3D', bl_region_type='UI', bl_idname=3)
#= raises TypeError "validating class: Panel.bl_idname expected a string type, not int"
#%% bl_ui_units_x float
reg("u", bl_label="x", bl_space_type='VIEW_3D', bl_region_type='UI', bl_ui_units_x=1.5)
#= raises TypeError "validating class: Panel.bl_ui_units_x expected an int type, not float"
#%% which exist
sorted(n for n in dir(bpy.types) if n.startswith("CASE_PT_"))
#= value "['CASE_PT_j', 'CASE_PT_k', 'CASE_PT_l', 'CASE_PT_p', 'CASE_PT_r']"
