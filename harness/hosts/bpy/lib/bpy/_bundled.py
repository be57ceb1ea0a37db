"""Properties that Blender's bundled add-ons and its own scripts have on built-in types from the start."""
import _bpy
import bpy
from bpy.props import (BoolProperty, CollectionProperty, EnumProperty, PointerProperty,
                       StringProperty)


class CyclesRenderSettings(bpy.types.PropertyGroup):
    __module__ = "cycles.properties"


class CyclesCurveRenderSettings(bpy.types.PropertyGroup):
    __module__ = "cycles.properties"


class CyclesObjectSettings(bpy.types.PropertyGroup):
    __module__ = "cycles.properties"


for _class in (CyclesRenderSettings, CyclesCurveRenderSettings, CyclesObjectSettings):
    bpy.types._own_classes[_class.__name__] = _class
    _bpy.register_class(_class)
del _class

bpy.types.Scene.cycles = PointerProperty(type=CyclesRenderSettings)
bpy.types.Scene.cycles_curves = PointerProperty(type=CyclesCurveRenderSettings)
bpy.types.Object.cycles = PointerProperty(type=CyclesObjectSettings)

_MANAGER = bpy.types.WindowManager
_MANAGER.preset_name = StringProperty()
_MANAGER.asset_path_dummy = StringProperty()
_MANAGER.addon_search = StringProperty()
_MANAGER.addon_filter = EnumProperty(items=[('All', "All", "")])
_MANAGER.addon_support = EnumProperty(
    items=[('OFFICIAL', "Official", ""), ('COMMUNITY', "Community", ""), ('TESTING', "Testing", "")],
    default={'OFFICIAL', 'COMMUNITY'}, options={'ENUM_FLAG'})
_MANAGER.poselib_flipped = BoolProperty()
_MANAGER.poselib_previous_action = PointerProperty(type=bpy.types.Action)
_MANAGER.pose_assets = CollectionProperty(type=CyclesObjectSettings)
