# title: bpy.app.handlers lists
#%%
import bpy
from bpy.app.handlers import persistent
def h(*a): pass
@persistent
def p(*a): pass
L = bpy.app.handlers.load_post
n0 = len(L)
#= ok
#%% names of the handler lists
[n for n in dir(bpy.app.handlers) if not n.startswith("_") and isinstance(getattr(bpy.app.handlers, n), list)]
#= value "['annotation_post', 'annotation_pre', 'composite_cancel', 'composite_post', 'composite_pre', 'depsgraph_update_post', 'depsgraph_update_pre', 'frame_change_post', 'frame_change_pre', 'load_factory_preferences_post', 'load_factory_startup_post', 'load_post', 'load_pre', 'object_bake_cancel', 'object_bake_complete', 'object_bake_pre', 'redo_post', 'redo_pre', 'render_cancel', 'render_complete', 'render_init', 'render_post', 'render_pre', 'render_stats', 'render_write', 'save_post', 'save_pre', 'undo_post', 'undo_pre', 'version_update', 'xr_session_start_pre']"
#%% how many Blender itself put in each, factory startup
[(n, len(getattr(bpy.app.handlers, n))) for n in dir(bpy.app.handlers) if isinstance(getattr(bpy.app.handlers, n), list) and getattr(bpy.app.handlers, n)]
#= value "[('load_post', 1), ('load_pre', 1), ('version_update', 1)]"
#%% append twice: two entries
L.append(h); L.append(h); L.append(p)
len(L) - n0
#= value "3"
#%% anything may be appended
L.append(3); L.append("text"); len(L) - n0
L.remove(3); L.remove("text")
#= ok
#%% the list object cannot be replaced
bpy.app.handlers.load_post = []
#= raises AttributeError "readonly attribute"
#%% remove what is not there
L.remove(print)
#= raises ValueError "list.remove(x): x not in list"
#%% the mark of persistent
(hasattr(p, "_bpy_persistent"), hasattr(h, "_bpy_persistent"))
#= value "(True, False)"
#%% reading a file drops the ones that are not persistent, all copies
bpy.ops.wm.read_homefile()
([f.__name__ for f in L if f in (h, p)], bpy.app.handlers.load_post is L)
#= value "(['p'], True)"
#%% a persistent function of an old generation stays like any other
L.count(p)
#= value "1"
