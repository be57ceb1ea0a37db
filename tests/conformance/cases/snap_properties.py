# title: runtime properties on a built-in type
#%%
import bpy
def runtime(T): return sorted(p.identifier for p in T.bl_rna.properties if p.is_runtime)
#= ok
#%% before
runtime(bpy.types.Scene), runtime(bpy.types.WindowManager), runtime(bpy.types.Object)
#= value "(['cycles', 'cycles_curves'], ['addon_filter', 'addon_search', 'addon_support', 'asset_path_dummy', 'pose_assets', 'poselib_flipped', 'poselib_previous_action', 'preset_name'], ['cycles'])"
#%% after a definition
bpy.types.Scene.case = bpy.props.IntProperty()
bpy.types.ID.case_id = bpy.props.IntProperty()
"case" in runtime(bpy.types.Scene), "case_id" in runtime(bpy.types.Scene), "case_id" in runtime(bpy.types.Object)
#= value "(True, True, True)"
#%% the deferred object in the class dictionary names it too
[k for k, v in bpy.types.Scene.__dict__.items() if type(v).__name__ == "_PropertyDeferred" and k.startswith("case")]
#= value "['case']"
#%% definitions of a group
class CASE_PG_a(bpy.types.PropertyGroup):
    x: bpy.props.IntProperty(default=4)
bpy.utils.register_class(CASE_PG_a)
[(p.identifier, p.type, p.is_runtime) for p in CASE_PG_a.bl_rna.properties]
#= value "[('rna_type', 'POINTER', False), ('name', 'STRING', False), ('x', 'INT', True)]"
