# SPDX-License-Identifier: MIT
# What is there, as text: from a path (`demo.settings.LIMIT`) to what lies there (`20`). Two processes are the same as
# far as this file can tell when their descriptions are. It calls nothing of the add-on's.

import _abc
import builtins
import collections
import functools
import gc
import logging
import os
import signal
import sys
import threading
import types
import warnings
import weakref
import zlib
from typing import Any, Iterator

Parts = Iterator[tuple[str, Any]]
ATOMS = (type(None), bool, int, float, complex, str, bytes, type(...), type(NotImplemented), range)
MAPPINGS = (dict, types.MappingProxyType, collections.OrderedDict, collections.defaultdict)
SEQUENCES = (list, tuple, collections.deque)
SLOTS = (types.GetSetDescriptorType, types.MemberDescriptorType)
NAMED = (type, types.ModuleType, types.FunctionType, types.BuiltinFunctionType)
OF_EVERY_MODULE = {"__builtins__", "__spec__", "__loader__", "__cached__", "__file__", "__path__", "__package__"}
OF_EVERY_CLASS = {"__dict__", "__weakref__", "__module__", "__abstractmethods__", "_abc_impl", "__firstlineno__",
                  "__static_attributes__", "__annotate__", "__annotate_func__", "__annotations_cache__"}
CONTAINERS = (dict, list, tuple, set)
LOOKED_INTO_NOWHERE = (types.ModuleType, logging.Logger, logging.Manager, threading.Thread, types.FrameType)
CLOSED = (type, types.FunctionType, *LOOKED_INTO_NOWHERE)


def code_text(code: types.CodeType) -> str:
    """Two codes that mean the same have the same text, wherever they stand in a file."""
    shown = [repr(one) for one in code.co_consts if type(one) in ATOMS and one is not None and one != code.co_name]
    consts = [code_text(one) if isinstance(one, types.CodeType) else f"{type(one).__name__} {sorted_text(one)}"
              for one in code.co_consts]
    meaning = (code.co_code, code.co_names, code.co_varnames, code.co_freevars, code.co_flags, consts)
    digest = zlib.crc32(repr(meaning).encode("utf-8", "replace"))
    return f"code {digest:08x}" + (f" with {', '.join(shown)}" if shown else "")


def sorted_text(value: Any) -> str:
    return str(sorted(map(repr, value))) if isinstance(value, frozenset) else repr(value)


def file_of(module: Any) -> Any:
    return vars(module).get("__file__") if isinstance(module, types.ModuleType) else None


class Line(str):
    """Text for a description that is one already."""


def objects_of_library() -> dict[int, Any]:
    """Functions, classes and other objects that are there before any add-on, and so are no add-on's; by their ids."""
    found: dict[int, Any] = {}
    for module in list(sys.modules.values()):
        front = [vars(module)] if isinstance(module, types.ModuleType) else []
        for _ in range(3):
            front = [one for one in gc.get_referents(*front) if id(one) not in found and type(one) not in ATOMS]
            found.update((id(one), one) for one in front)
            front = [one for one in front if type(one) in CONTAINERS]
    return found


class Description:
    def __init__(self, root: str, addons: list[str], of_library: dict[int, Any]) -> None:
        self.of_library = of_library
        self.root = os.path.join(root, "")
        self.addons = addons
        self.lines: dict[str, str] = {}
        self.first: dict[int, str] = {}  # where an object was met first: identity is part of what is there
        self.met: list[Any] = []
        self.keys = [key for key, module in list(sys.modules.items()) if self.owns_module(key, module)]
        self.names = {*self.keys, *(getattr(sys.modules[key], "__name__", key) for key in self.keys)}

    def owns_module(self, key: str, module: Any) -> bool:
        return key.partition(".")[0] in self.addons or self.is_ours(file_of(module))

    def is_ours(self, path: Any) -> bool:
        return isinstance(path, str) and path.startswith(self.root)

    def owns(self, value: Any) -> bool:
        """Whether it is a module, class, function or object of an add-on's."""
        if id(value) in self.of_library:
            return False
        if isinstance(value, types.FunctionType):
            return self.is_ours(value.__code__.co_filename) or value.__module__ in self.names
        if isinstance(value, types.MethodType):
            return self.owns(value.__func__) or self.owns(type(value.__self__))
        if isinstance(value, types.ModuleType):
            return value.__name__ in self.names or self.owns_module(value.__name__, value)
        cls = value if isinstance(value, type) else type(value)
        name = cls.__dict__.get("__module__")
        return isinstance(name, str) and (name in self.names or name.partition(".")[0] in self.addons)

    def add(self, path: str, value: Any) -> None:
        if type(value) in ATOMS or type(value) is Line:
            self.lines[path] = self.label(value)
            return
        if id(value) in self.first:
            self.lines[path] = "the same object as " + self.first[id(value)]
            return
        is_known_by_name = isinstance(value, NAMED) and not self.owns(value)
        if type(value) not in (tuple, frozenset, types.MethodType) and not is_known_by_name:
            self.first[id(value)] = path
        self.met.append(value)  # Alive until the end, so that no other object gets its id.
        self.lines[path] = self.label(value)
        for step, part in list(self.parts(value)):
            self.add(path + step, part)

    def label(self, value: Any) -> str:
        if type(value) is Line:
            return str(value)
        if type(value) in ATOMS:
            return repr(value).replace(self.root, "…/")
        if isinstance(value, types.ModuleType):
            is_current = not self.owns(value) or sys.modules.get(value.__name__) is value
            return f"module {value.__name__}" + ("" if is_current else ", which is not the one in sys.modules")
        if isinstance(value, (type, types.FunctionType, types.BuiltinFunctionType)):
            kind = "class" if isinstance(value, type) else "function"
            return f"{kind} {value.__module__}.{value.__qualname__}"
        if isinstance(value, types.MethodType):
            return f"method {value.__func__.__qualname__}"
        if type(value) in SEQUENCES and all(type(one) in ATOMS for one in value):
            return repr(value).replace(self.root, "…/")
        if type(value) in (*MAPPINGS, *SEQUENCES, set, frozenset):
            is_short = type(value) in SEQUENCES and len(value) < 5 and not any(type(one) in SEQUENCES for one in value)
            items = ": " + ", ".join(map(self.label, value)) if is_short else ""
            return f"{type(value).__name__} of {len(value)}{items}"
        return f"object of {type(value).__module__}.{type(value).__qualname__}"

    def parts(self, value: Any) -> Parts:
        if type(value) in SEQUENCES:
            if all(type(part) in ATOMS for part in value):
                return
            yield from ((f"[{at}]", part) for at, part in enumerate(value))
        elif type(value) in MAPPINGS:
            for key, part in sorted(value.items(), key=lambda item: self.label(item[0])):
                yield f"[{self.label(key)}]", part
        elif type(value) in (set, frozenset):
            yield from ((f"{{{at}}}", part) for at, part in enumerate(sorted(value, key=self.label)))
        elif isinstance(value, types.FunctionType):
            yield from self.parts_of_function(value) if self.owns(value) else ()
        elif isinstance(value, type):
            yield from self.parts_of_class(value) if self.owns(value) else ()
        elif isinstance(value, types.MethodType):
            yield from ((".__func__", value.__func__), (".__self__", value.__self__))
        elif isinstance(value, property):
            yield from ((f".{name}", getattr(value, name)) for name in ("fget", "fset", "fdel"))
        elif isinstance(value, (staticmethod, classmethod)):
            yield ".__func__", value.__func__
        elif isinstance(value, functools.partial):
            yield from ((".func", value.func), (".args", value.args), (".keywords", value.keywords))
        elif isinstance(value, LOOKED_INTO_NOWHERE):
            return
        elif self.owns(value) or isinstance(value, types.SimpleNamespace):
            yield from self.parts_of_object(value)
        else:
            yield from self.owned_below(value, depth=3)

    def parts_of_function(self, value: types.FunctionType) -> Parts:
        yield " (code)", Line(code_text(value.__code__))
        yield " (place)", Line(f"{value.__code__.co_filename.replace(self.root, '')}:{value.__code__.co_firstlineno}")
        yield " (defaults)", value.__defaults__
        yield " (keyword defaults)", value.__kwdefaults__
        for name, cell in zip(value.__code__.co_freevars, value.__closure__ or ()):
            try:
                yield f" (closure {name})", cell.cell_contents
            except ValueError:
                pass  # Not set yet.
        yield from ((f".{name}", part) for name, part in sorted(vars(value).items()))

    def parts_of_class(self, value: type) -> Parts:
        yield " (bases)", value.__bases__
        for name, part in sorted(vars(value).items()):
            if name not in OF_EVERY_CLASS and not isinstance(part, SLOTS):
                yield f".{name}", part

    def parts_of_object(self, value: Any) -> Parts:
        yield " (class)", type(value)
        for base in MAPPINGS + SEQUENCES:
            if isinstance(value, base) and base in (dict, list, tuple):
                yield " (content)", base(value)
        try:
            yield from ((f".{name}", part) for name, part in sorted(object.__getattribute__(value, "__dict__").items()))
        except (AttributeError, TypeError):
            pass
        for cls in type(value).__mro__:
            for name, slot in sorted(vars(cls).items()):
                if isinstance(slot, types.MemberDescriptorType) and self.owns(cls):
                    try:
                        yield f".{name}", slot.__get__(value)
                    except AttributeError:
                        pass  # Not set.

    def owned_below(self, value: Any, depth: int) -> Parts:
        """What an object of the library's leads to of an add-on's, as far as the collector sees."""
        found: dict[int, Any] = {}
        seen, front = {id(value)}, [value]
        for _ in range(depth):
            referents = [one for one in gc.get_referents(*front) if type(one) not in ATOMS and id(one) not in seen
                         and (type(one) in CONTAINERS or id(one) not in self.of_library)]
            seen.update(map(id, referents))
            found.update((id(one), one) for one in referents if type(one) not in CONTAINERS and self.owns(one))
            front = [one for one in referents if id(one) not in found and not isinstance(one, CLOSED)][:300]
        count: dict[str, int] = collections.Counter()
        for one in sorted(found.values(), key=self.label):
            count[self.label(one)] += 1
            yield f" → {self.label(one)}" + (f" #{count[self.label(one)]}" if count[self.label(one)] > 1 else ""), one

    def modules(self) -> dict[str, str]:
        """`sys.modules` as far as it is the add-ons', and their namespaces."""
        for key in sorted(self.keys):
            module = sys.modules[key]
            self.add(key, module)
            if self.first.get(id(module)) != key or not isinstance(module, types.ModuleType):
                continue
            for name, value in sorted(vars(module).items()):
                if name not in OF_EVERY_MODULE:
                    self.add(f"{key}.{name}", value)
        return self.taken()

    def taken(self) -> dict[str, str]:
        lines, self.lines = self.lines, {}
        return lines

    def host(self, registries: dict[str, Any]) -> dict[str, str]:
        for path, registry in registries.items():
            self.add(path, registry)
        return self.taken()

    def process(self, exit_callbacks: list[Any]) -> dict[str, str]:
        """What outlives a module: the registries of the interpreter and of its library."""
        add = self.add
        add("exit callbacks", exit_callbacks)
        self.lines["number of threads"] = str(threading.active_count())
        for name, value in (
            ("sys.path", list(sys.path)),
            ("sys.meta_path", list(sys.meta_path)),
            ("sys.path_hooks", list(sys.path_hooks)),
            ("gc.callbacks", list(gc.callbacks)),
            ("warnings.filters", [str(one) for one in warnings.filters]),
            ("os.environ", dict(os.environ)),
            ("names of builtins", sorted(vars(builtins))),
            ("names of log levels", sorted(logging._nameToLevel)),
        ):
            add(name, value)
        for signum in sorted(signal.valid_signals()):
            if self.owns(signal.getsignal(signum)):
                add(f"handler of signal {int(signum)}", signal.getsignal(signum))
        for name, logger in [("", logging.root), *sorted(logging.root.manager.loggerDict.items())]:
            if isinstance(logger, logging.Logger) and (logger.handlers or logger.filters):
                add(f"log handlers of '{name or 'root'}'", list(logger.handlers))
                add(f"log filters of '{name or 'root'}'", list(logger.filters))
        for key, module in list(sys.modules.items()):
            if isinstance(module, types.ModuleType) and key not in self.keys and key not in ("__main__", "hostapi"):
                self.library(key, module)
        return self.taken()

    def library(self, key: str, module: types.ModuleType) -> None:
        if id(module) in self.first or key.startswith("afresh_strategy_"):
            return
        self.first[id(module)] = key
        for name, value in list(vars(module).items()):
            if type(value) in (dict, list, set):
                if value is not sys.modules and len(value) < 2000:
                    for step, part in self.owned_below(value, depth=2):
                        self.add(f"{key}.{name}{step}", part)
            elif id(value) in self.of_library and isinstance(value, type) and "_abc_impl" in vars(value):
                classes = [reference() for reference in _abc._get_dump(value)[0]]
                ours = [one for one in classes if one is not None and self.owns(one)]
                if ours:
                    self.add(f"classes registered with {self.label(value)}", sorted(ours, key=self.label))
            elif not isinstance(value, (types.ModuleType, weakref.ref)) and self.owns(value):
                self.add(f"{key}.{name}", value)
