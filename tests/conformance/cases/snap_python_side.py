# title: interpreter-level things an add-on can leave
#%%
import bpy, sys, atexit, threading, logging, warnings
#= ok
#%% kinds to compare before and after
(len(sys.meta_path), len(sys.path_hooks), atexit._ncallbacks() >= 0, threading.active_count(), len(logging.getLogger().handlers), isinstance(sys.path, list), isinstance(sys.path_importer_cache, dict))
#= value "(4, 2, True, 1, 0, True, True)"
#%% bpy-side lists kept in Python
import nodeitems_utils, bpy.utils.previews
from bl_ui.space_toolsystem_common import ToolSelectPanelHelper
(isinstance(nodeitems_utils._node_categories, dict), isinstance(bpy.utils._manual_map, list), isinstance(bpy.utils.previews._uuid_open, set), len(ToolSelectPanelHelper.__subclasses__()))
#= value "(True, True, True, 4)"
