# SPDX-License-Identifier: MIT
"""Writes down what hangs below an add-on's modules, so that two loads can be compared as texts.

Far simpler than the harness' own snapshot and independent of it: identity is a number given at the
first visit, so an object met twice is written as that number.
"""

import enum
import sys
import types

ATOMS = (int, float, str, bytes, bool, type(None), type(Ellipsis))


def modules_of(addon):
    return sorted(key for key in sys.modules if key == addon or key.startswith(addon + "."))


class Writer:
    def __init__(self, addon):
        self.addon, self.numbers, self.lines = addon, {}, []

    def is_owned(self, name):
        return isinstance(name, str) and (name == self.addon or name.startswith(self.addon + "."))

    def write(self, path, value):
        if type(value) in ATOMS:
            self.lines.append(f"{path} = {value!r}")
        elif id(value) in self.numbers:
            self.lines.append(f"{path} is {self.numbers[id(value)]}")
        else:
            # The value is kept so that its id is not given to another.
            self.numbers[id(value)] = len(self.numbers)
            self.numbers[path] = value
            self.lines.append(f"{path}: {type(value).__name__}")
            self.expand(path, value)

    def expand(self, path, value):
        home = getattr(value, "__module__", None)
        if isinstance(value, types.ModuleType):
            self.lines.append(f"{path} named {value.__name__}")
            if self.is_owned(value.__name__):
                self.write_dict(path, vars(value), skip=("__builtins__", "__spec__", "__loader__"))
        elif isinstance(value, type):
            self.lines.append(f"{path} named {home}.{value.__qualname__}")
            if self.is_owned(home):
                self.write(f"{path}.__bases__", value.__bases__)
                self.write_dict(path, vars(value), skip=("__dict__", "__weakref__"))
        elif isinstance(value, types.FunctionType):
            self.lines.append(f"{path} named {home}.{value.__qualname__}")
            if self.is_owned(home):
                self.write_function(path, value)
        elif isinstance(value, types.CodeType):
            for name in ("co_code", "co_names", "co_varnames", "co_consts", "co_firstlineno"):
                self.write(f"{path}.{name}", getattr(value, name))
        elif isinstance(value, types.CellType):
            self.write(f"{path}()", value.cell_contents)
        elif isinstance(value, (tuple, list)):
            for i, item in enumerate(value):
                self.write(f"{path}[{i}]", item)
        elif isinstance(value, (dict, types.MappingProxyType)):
            self.write_dict(path, value)
        elif isinstance(value, enum.Enum) or type(value).__module__ == "hostapi":
            self.write_dict(path, vars(value))

    def write_function(self, path, function):
        for name in ("__code__", "__defaults__", "__closure__", "__annotations__"):
            self.write(f"{path}.{name}", getattr(function, name))
        home = sys.modules.get(function.__module__)
        self.lines.append(f"{path} runs in its module: {function.__globals__ is vars(home)}")

    def write_dict(self, path, entries, skip=()):
        for key, value in list(entries.items()):
            if key not in skip:
                self.write(f"{path}.{key}", value)


def describe(addon, registries):
    writer = Writer(addon)
    for key in modules_of(addon):
        writer.write(key, sys.modules[key])
    writer.write("registries", registries)
    return "\n".join(writer.lines)
