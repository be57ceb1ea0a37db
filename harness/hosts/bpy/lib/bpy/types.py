"""`bpy.types`: struct types by identifier, and Blender's own classes, made when first asked for."""
import sys as _sys

import _bpy
from _bpy import bpy_prop_array, bpy_prop_collection, bpy_struct, bpy_struct_meta_idprop


def _own_class(name):
    """A menu, panel, header or list of Blender's own interface. It draws nothing."""
    facts = _bpy.interface_class(name)
    if facts is None:
        return None
    kind, module, space, region = facts

    def draw(self, context):
        pass

    namespace = {"__module__": module, "draw": draw, "bl_label": name}
    if space:
        namespace["bl_space_type"] = space
    if region:
        namespace["bl_region_type"] = region
    cls = type(_bpy.find_type(kind))(name, (_bpy.find_type(kind),), namespace)
    _own_classes[name] = cls
    _bpy.register_class(cls)
    _own_namespaces[name] = {key: value for key, value in vars(cls).items() if key != "bl_rna"}
    return cls


def _own_operator_class(name):
    """The class of one of Blender's own operators, by its identifier `MODULE_OT_name`."""
    module, infix, function = name.partition("_OT_")
    if not infix or module.lower() + "." + function not in _own_operators:
        return None
    cls = _own_classes[name] = type(_bpy.find_type("Operator"))(
        name, (_bpy.find_type("Operator"),),
        {"__module__": "bl_operators." + module.lower(), "__slots__": (), "bl_label": name,
         "bl_idname": module.lower() + "." + function})
    return cls


_own_operators = set(_bpy.own_operators())

# Kept, as the modules of Blender's own interface keep them.
_own_classes = {}
_own_namespaces = {}  # As each was made: what is otherwise, somebody else has done.


def __getattr__(name):
    cls = _bpy.find_type(name)
    if cls is None and name not in _own_classes:
        cls = _own_class(name) or _own_operator_class(name)
    elif cls is None and "_OT_" in name:
        cls = _own_classes[name]
    if cls is None:
        raise AttributeError("module 'bpy.types' has no attribute '%s'" % name)
    return cls


def __dir__():
    unregistered = {n for n, c in _own_classes.items()
                    if "bl_rna" not in c.__dict__ and "_OT_" not in n}
    return sorted((set(_bpy.type_names()) | set(_bpy.interface_names())) - unregistered
                  | {"bpy_prop_array", "bpy_prop_collection", "bpy_struct",
                     "bpy_struct_meta_idprop"})
