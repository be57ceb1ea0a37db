# title: where add-ons are found
#%%
import bpy, addon_utils, os, sys, tempfile, textwrap
ROOT = tempfile.mkdtemp(); ADDONS = os.path.join(ROOT, "addons"); os.mkdir(ADDONS)
bpy.context.preferences.filepaths.script_directory = ROOT
bpy.utils.refresh_script_paths()
sys.dont_write_bytecode = True
clock = [1000000000]
def write(path, text):
    p = os.path.join(ADDONS, path); os.makedirs(os.path.dirname(p), exist_ok=True)
    with open(p, "w") as f: f.write(textwrap.dedent(text))
    clock[0] += 10; os.utime(p, (clock[0], clock[0]))
INFO = 'bl_info = {"name": "Case", "blender": (3, 0, 0), "category": "Test", "version": (1, 0)}\n'
def loaded(name): return sorted(m for m in sys.modules if m == name or m.startswith(name + "."))
#= ok
#%% the add-on paths end with the folder given in the preferences
addon_utils.paths()[-1] == ADDONS
#= value "True"
#%% and it is on sys.path, at the end
sys.path[-1] == ADDONS
#= value "True"
#%% sys.path entries that Blender added
[p.replace(ROOT, "ROOT") for p in sys.path if "/scripts" in p or p.startswith(ROOT)]
#= value "['<BLENDER>/scripts/startup', '<BLENDER>/scripts/modules', '<BLENDER>/scripts/freestyle/modules', '<BLENDER>/scripts/addons/modules', '<HOME>/scripts/addons/modules', '<BLENDER>/scripts/addons', 'ROOT/addons']"
#%% factory startup leaves these add-ons enabled
sorted(a.module for a in bpy.context.preferences.addons)
#= value "['cycles', 'io_anim_bvh', 'io_curve_svg', 'io_mesh_ply', 'io_mesh_stl', 'io_mesh_uv_layout', 'io_scene_fbx', 'io_scene_gltf2', 'io_scene_obj', 'io_scene_x3d', 'pose_library']"
