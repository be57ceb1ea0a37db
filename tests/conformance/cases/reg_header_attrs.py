# title: header attributes missing or wrong
#%%
import bpy
def reg(n, **kw):
    kw["__module__"] = __name__
    bpy.utils.register_class(type("CASE_HT_" + n, (bpy.types.Header,), kw))
def draw(self, context): pass
#= ok
#%% no bl_space_type
reg("a", draw=draw)
#= raises AttributeError "expected Header, CASE_HT_a class to have an \"bl_space_type\" attribute"
#%% no draw
reg("b", bl_space_type='VIEW_3D')
#= raises AttributeError "expected Header, CASE_HT_b class to have an \"draw\" attribute"
#%% unknown space
reg("c", bl_space_type='NOPE', draw=draw)
#= raises TypeError "validating class: enum \"NOPE\" not found in ('EMPTY', 'VIEW_3D', 'IMAGE_EDITOR', 'NODE_EDITOR', 'SEQUENCE_EDITOR', 'CLIP_EDITOR', 'DOPESHEET_EDITOR', 'GRAPH_EDITOR', 'NLA_EDITOR', 'TEXT_EDITOR', 'CONSOLE', 'INFO', 'TOPBAR', 'STATUSBAR', 'OUTLINER', 'PROPERTIES', 'FILE_BROWSER', 'SPREADSHEET', 'PREFERENCES')"
