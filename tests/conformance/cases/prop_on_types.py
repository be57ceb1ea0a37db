# title: which types take direct property assignment
#%%
import bpy
from bpy.props import IntProperty
ok, bad = [], []
for n in ("Scene", "Object", "WindowManager", "Material", "Mesh", "Collection", "World", "Image", "NodeTree", "ID", "Bone", "PoseBone", "EditBone", "Node", "NodeSocket", "PropertyGroup", "Operator", "Panel", "AddonPreferences", "Preferences", "Context", "Screen", "Area", "Space", "Region", "Key", "ShapeKey", "Modifier", "FCurve", "ViewLayer", "TimelineMarker", "Sequence", "MeshVertex", "Menu", "UIList", "Addon", "ToolSettings", "RenderSettings", "LayerCollection", "Light", "Window", "WorkSpace"):
    T = getattr(bpy.types, n)
    try:
        T.case_x = IntProperty(default=4)
    except Exception as ex:
        bad.append((n, type(ex).__name__, str(ex)))
        continue
    ok.append((n, "case_x" in T.bl_rna.properties.keys(), type(T.__dict__.get("case_x")).__name__))
#= ok
#%% accepted: (type, became an RNA property, what is in the class dictionary)
ok
#= value "[('Scene', True, '_PropertyDeferred'), ('Object', True, '_PropertyDeferred'), ('WindowManager', True, '_PropertyDeferred'), ('Material', True, '_PropertyDeferred'), ('Mesh', True, '_PropertyDeferred'), ('Collection', True, '_PropertyDeferred'), ('World', True, '_PropertyDeferred'), ('Image', True, '_PropertyDeferred'), ('NodeTree', True, '_PropertyDeferred'), ('ID', True, '_PropertyDeferred'), ('Bone', True, '_PropertyDeferred'), ('PoseBone', True, '_PropertyDeferred'), ('EditBone', True, '_PropertyDeferred'), ('Node', True, '_PropertyDeferred'), ('NodeSocket', True, '_PropertyDeferred'), ('PropertyGroup', True, '_PropertyDeferred'), ('Operator', False, '_PropertyDeferred'), ('Panel', False, '_PropertyDeferred'), ('AddonPreferences', False, '_PropertyDeferred'), ('Preferences', False, '_PropertyDeferred'), ('Context', False, '_PropertyDeferred'), ('Screen', True, '_PropertyDeferred'), ('Area', False, '_PropertyDeferred'), ('Space', False, '_PropertyDeferred'), ('Region', False, '_PropertyDeferred'), ('Key', True, '_PropertyDeferred'), ('ShapeKey', False, '_PropertyDeferred'), ('Modifier', False, '_PropertyDeferred'), ('FCurve', False, '_PropertyDeferred'), ('ViewLayer', True, '_PropertyDeferred'), ('TimelineMarker', True, '_PropertyDeferred'), ('Sequence', True, '_PropertyDeferred'), ('MeshVertex', False, '_PropertyDeferred'), ('Menu', False, '_PropertyDeferred'), ('UIList', False, '_PropertyDeferred'), ('Addon', False, '_PropertyDeferred'), ('ToolSettings', False, '_PropertyDeferred'), ('RenderSettings', False, '_PropertyDeferred'), ('LayerCollection', False, '_PropertyDeferred'), ('Light', True, '_PropertyDeferred'), ('Window', False, '_PropertyDeferred'), ('WorkSpace', True, '_PropertyDeferred')]"
#%% refused
bad
#= value "[]"
