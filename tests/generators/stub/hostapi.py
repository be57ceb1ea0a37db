# SPDX-License-Identifier: MIT
"""The plain host's `hostapi` as far as generated packages use it, strict about everything.

A stand-in for the test that plays packages without the harness: it raises where the real one would,
and it can be asked what is left.
"""


class Operator:
    pass


class Panel:
    pass


class PropertyGroup:
    pass


class Scene:
    pass


class Object:
    pass


class Property:
    def __init__(self, kind, default=None, type=None):
        self.kind, self.default, self.type = kind, default, type


def Int(default=0):
    return Property("Int", default)


def Float(default=0.0):
    return Property("Float", default)


def Bool(default=False):
    return Property("Bool", default)


def String(default=""):
    return Property("String", default)


def Pointer(type):
    return Property("Pointer", type=type)


def Collection(type):
    return Property("Collection", type=type)


classes, handlers, _timers, properties = [], [], [], {}


def _check_target(property):
    if property.kind in ("Pointer", "Collection") and property.type not in classes:
        raise TypeError(f"points at {property.type!r}, which is not registered")


def register_class(cls):
    kind = next(k for k in (Operator, Panel, PropertyGroup) if issubclass(cls, k))
    if any(issubclass(c, kind) and c.__name__ == cls.__name__ for c in classes):
        raise ValueError(f"{cls.__name__!r} is already registered")
    for base in cls.__mro__:
        for value in base.__dict__.get("__annotations__", {}).values():
            if isinstance(value, Property):
                _check_target(value)
    classes.append(cls)


def unregister_class(cls):
    # Stricter than the real host: what something still points at must not go.
    for other in classes:
        for value in other.__dict__.get("__annotations__", {}).values():
            if other is not cls and isinstance(value, Property) and value.type is cls:
                raise ValueError(f"{other.__name__} still points at {cls.__name__}")
    if any(value.type is cls for value in properties.values()):
        raise ValueError(f"a host property still points at {cls.__name__}")
    classes.remove(cls)


def define_property(on, name, property):
    if (on, name) in properties:
        raise ValueError(f"{name!r} is already defined")
    _check_target(property)
    properties[on, name] = property


def remove_property(on, name):
    del properties[on, name]


def add_timer(function):
    _timers.append(function)


def remove_timer(function):
    _timers.remove(function)


def registered():
    return [classes, handlers, _timers, {name: value for (_, name), value in properties.items()}]
