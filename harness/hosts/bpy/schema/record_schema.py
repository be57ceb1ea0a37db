"""Records what the real Blender says of its own types and operators: run inside it, writes
blender-3.4.txt and operators-3.4.txt.

    PATH=/usr/bin:/bin blender -b --factory-startup --python record_schema.py -- TYPES OPERATORS

The output holds identifiers, types, numbers and flags only, as Blender answers when asked; no code
and no descriptions. One fact a line, fields separated by tabs; `schema.hpp` says how it is read.
"""
import sys

import bpy

# Whose properties and functions are recorded. Of all other types only name and base are.
WHOLE = {
    "Struct", "Property", "EnumPropertyItem", "Function", "BoolProperty", "IntProperty",
    "FloatProperty", "StringProperty", "EnumProperty", "PointerProperty", "CollectionProperty",
    "ID", "Scene", "Object", "Mesh", "Material", "Collection", "World", "Camera", "Light", "Image",
    "Text", "Action", "Armature", "NodeTree", "ShaderNodeTree", "WindowManager", "Window",
    "Screen", "WorkSpace", "Area", "Region", "Space", "SpaceView3D", "ViewLayer", "ToolSettings",
    "UnitSettings", "RenderSettings", "View3DCursor", "TimelineMarker", "Bone", "EditBone",
    "PoseBone", "Key", "ShapeKey", "Modifier", "Event", "Timer", "Context", "BlendData",
    "Preferences", "Addon", "AddonPreferences", "PreferencesFilePaths", "PreferencesView",
    "PreferencesSystem", "PreferencesEdit", "PreferencesInput", "PreferencesExperimental",
    "KeyConfig", "KeyMap", "KeyMapItem", "Operator", "OperatorProperties", "OperatorOptions",
    "OperatorMacro", "Macro", "Panel", "Menu", "Header", "UIList", "PropertyGroup",
    "KeyingSetInfo", "RenderEngine", "Gizmo", "GizmoGroup", "Node", "NodeInternal", "NodeSocket",
    "NodeSocketStandard", "NodeSocketInterface", "UILayout", "AssetMetaData", "FileHandler",
    "Addons", "CollectionChildren", "CollectionObjects", "KeyConfigurations", "KeyMapItems",
    "KeyMaps", "LayerObjects", "SceneObjects", "TimelineMarkers", "ViewLayers",
}


def flags_of(prop):
    names = ("is_readonly", "is_registered", "is_registered_optional", "is_never_none",
             "is_enum_flag", "is_hidden", "is_skip_save", "is_required")
    return ",".join(n[3:] for n in names if getattr(prop, n, False))


def number(value):
    return repr(value) if isinstance(value, float) else str(int(value))


def default_of(prop):
    if prop.type in ("BOOLEAN", "INT", "FLOAT"):
        if prop.array_length:
            return " ".join(number(v) for v in prop.default_array)
        return number(prop.default)
    if prop.type == "STRING":
        return prop.default.replace("\t", " ").replace("\n", " ")
    if prop.type == "ENUM":
        if prop.is_enum_flag:
            return " ".join(sorted(prop.default_flag))
        return prop.default
    return ""


def limits_of(prop):
    if prop.type not in ("INT", "FLOAT"):
        return ""
    return " ".join(number(v) for v in (prop.hard_min, prop.hard_max, prop.soft_min, prop.soft_max))


enums = {}


def items_of(prop):
    if prop.type != "ENUM":
        return ""
    items = tuple((i.identifier, i.value) for i in prop.enum_items_static)
    return "#%d" % enums.setdefault(items, len(enums))


def target_of(prop):
    if prop.type not in ("POINTER", "COLLECTION"):
        return items_of(prop)
    target = prop.fixed_type.identifier if prop.fixed_type else ""
    owner = prop.srna.identifier if prop.type == "COLLECTION" and prop.srna else ""
    return target + (":" + owner if owner else "")


def structs():
    found = {}

    def walk(rna):
        if rna.base is not None:
            walk(rna.base)
        found.setdefault(rna.identifier, rna)

    for name in dir(bpy.types):
        cls = getattr(bpy.types, name)
        rna = getattr(cls, "bl_rna", None)
        if getattr(rna, "identifier", None) == name and cls.__module__ in ("bpy.types", "bpy_types"):
            walk(rna)
    return found


def takes_properties(cls):
    return any("meta_idprop" in m.__name__ for m in type(cls).__mro__)


def regions_of(space, regions):
    """The regions in which a panel can be registered: found by trying, as nothing lists them."""
    found = []
    for region in regions:
        cls = type("PROBE_PT_" + region, (bpy.types.Panel,),
                   {"bl_label": "probe", "bl_space_type": space, "bl_region_type": region,
                    "draw": lambda self, context: None, "__module__": __name__})
        try:
            bpy.utils.register_class(cls)
        except RuntimeError:
            continue
        bpy.utils.unregister_class(cls)
        found.append(region)
    return found


def property_line(prop):
    return "\t".join(("property", prop.identifier, prop.type, prop.subtype,
                      str(getattr(prop, "array_length", 0)), flags_of(prop),
                      default_of(prop), limits_of(prop), target_of(prop)))


def items_lines():
    return ["\t".join(["items", "#%d" % index] + ["%s=%d" % i for i in items])
            for items, index in enums.items()]


def write(out):
    lines = []
    found = structs()
    for name, rna in found.items():
        cls = getattr(bpy.types, name, None)
        lines.append("\t".join(("struct", name, rna.base.identifier if rna.base else "",
                                rna.nested.identifier if rna.nested else "",
                                "takes-properties" if takes_properties(cls) else "")))
        if name not in WHOLE and not name.startswith("BlendData"):
            continue
        inherited = set(rna.base.properties.keys()) if rna.base else set()
        for prop in rna.properties:
            if prop.is_runtime or (prop.identifier in inherited and prop.identifier != "rna_type"):
                continue
            lines.append(property_line(prop))
        known = set(f.identifier for f in rna.base.functions) if rna.base else set()
        for func in rna.functions:
            if func.identifier in known and func.identifier in rna.base.functions.keys():
                if rna.base.functions[func.identifier] == func:
                    continue
            flags = [n for n, on in (("static", not func.use_self), ("registered", func.is_registered),
                                     ("registered_optional", func.is_registered_optional)) if on]
            names = " ".join((">" if p.is_output else "?" if p.is_argument_optional else "") + p.identifier
                             for p in func.parameters)
            lines.append("\t".join(("function", func.identifier, ",".join(flags), names)))
    lines += items_lines()
    for name in sorted(dir(bpy.types)):
        cls = getattr(bpy.types, name)
        for kind in ("Panel", "Menu", "Header", "UIList"):
            if (isinstance(cls, type) and issubclass(cls, getattr(bpy.types, kind))
                    and name not in found
                    and cls.__module__.startswith("bl_ui.")):
                lines.append("\t".join(("ui", name, kind, cls.__module__,
                                        getattr(cls, "bl_space_type", ""),
                                        getattr(cls, "bl_region_type", ""))))
    panel = bpy.types.Panel.bl_rna.properties
    regions = [i.identifier for i in panel["bl_region_type"].enum_items_static]
    for item in panel["bl_space_type"].enum_items_static:
        lines.append("\t".join(("regions", item.identifier,
                                " ".join(regions_of(item.identifier, regions)))))
    for module in dir(bpy.ops):
        names = [n for n in dir(getattr(bpy.ops, module))]
        lines.append("\t".join(("operators", module, " ".join(sorted(names)))))
    save(out, lines)


def write_operators(out):
    lines = []
    for module in dir(bpy.ops):
        for name in sorted(dir(getattr(bpy.ops, module))):
            rna = getattr(getattr(bpy.ops, module), name).get_rna_type()
            lines.append("\t".join(("struct", rna.identifier, "OperatorProperties", rna.name, "")))
            lines += [property_line(prop) for prop in rna.properties if prop.identifier != "rna_type"]
    save(out, lines + items_lines())


def save(out, lines):
    with open(out, "w", encoding="utf-8") as file:
        file.write("# Blender %s, asked by record_schema.py\n" % bpy.app.version_string)
        file.write("\n".join(lines) + "\n")


types, operators = sys.argv[sys.argv.index("--") + 1:]
write(types)
enums.clear()
write_operators(operators)
