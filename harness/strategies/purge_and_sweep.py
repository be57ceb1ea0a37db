# SPDX-License-Identifier: MIT
"""Forget the add-on's modules under any name, and take back what it has left in host and library.

Family: forget and import again
In short: any name; sweep traces
Idea: after host disable, let the host take back what it still has of the add-on; drop what hangs in
    lists, tables and callbacks of the library; forget the modules by name, file and identity, their
    bytecode, and the caches of the import system; collect garbage; host enable.
Source: afresh's own. A ledger of registrations by owner is what hosts are asked for whose users meet
    "already registered" (JacquesLucke/blender_vscode#13, prman-pixar/RenderManForBlender#25).
Resets: all modules of the add-on, and what can be told to be its own outside of them.
Cannot: tell whose a plain value in a library is, undo what has no undo (audit hooks, threads), or reach
    what other add-ons took from this one.
"""

import atexit
import codecs
import functools
import gc
import importlib.util
import linecache
import logging
import os
import sys
import types
import typing
from typing import Any, Callable

API = 1

BASELINE: dict[str, dict[str, Any]] = {}  # library module → its names before any add-on came
Modules = dict[str, types.ModuleType]
Owner = Callable[[Any], bool]


def install(host: Any) -> None:
    for key, module in list(sys.modules.items()):
        if is_library(key) and isinstance(module, types.ModuleType):
            BASELINE[key] = dict(vars(module))


def reload(host: Any, addon: Any) -> None:
    disable(host, addon)
    host.enable(addon.name)


def disable(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    forget(host, addon.name, addon.directory)
    collect()


def forget(host: Any, name: str, directory: str) -> Modules:
    """Everything of an add-on that is not enabled, but for its modules, which are given back."""
    modules = {key: sys.modules[key] for key in host.owned_modules(name, by="identity")}
    is_theirs = belongs_to({*modules, *(getattr(module, "__name__", key) for key, module in modules.items())})
    host.take_back(name)
    take_back_callbacks(is_theirs)
    sweep_library(is_theirs, modules)
    sys.path[:] = [path for path in sys.path if not path.startswith(directory + os.sep)]
    for key in modules:
        del sys.modules[key]
        above, _, own = key.rpartition(".")
        if above in sys.modules and above not in modules:
            vars(sys.modules[above]).pop(own, None)  # The package of an extension's repository.
    for path in host.files(name):
        if path.endswith(".py") and os.path.exists(importlib.util.cache_from_source(path)):
            os.remove(importlib.util.cache_from_source(path))
    importlib.invalidate_caches()
    linecache.clearcache()
    return modules


def collect() -> None:
    for cleanup in getattr(typing, "_cleanups", ()):
        cleanup()  # Caches of subscripted types, which hold classes.
    gc.collect()


def belongs_to(names: set[str]) -> Owner:
    """Whether an object is, wraps, holds or is an instance of something that these modules define."""

    def is_theirs(thing: Any, depth: int = 3) -> bool:
        if isinstance(thing, types.ModuleType):
            return thing.__name__ in names
        if isinstance(thing, (type, types.FunctionType)):
            return thing.__module__ in names
        if isinstance(thing, types.MethodType):
            return is_theirs(thing.__func__) or is_theirs(type(thing.__self__))
        if isinstance(thing, functools.partial):
            return is_theirs(thing.func)
        if type(thing) in (tuple, list) and depth > 0:
            return any(is_theirs(part, depth - 1) for part in thing)
        return type(thing).__module__ in names

    return is_theirs


def take_back_callbacks(is_theirs: Owner) -> None:
    """Registries that cannot be listed, but that can be asked to drop each function there is."""
    for thing in gc.get_objects():
        if isinstance(thing, (types.FunctionType, types.MethodType, functools.partial)) and is_theirs(thing):
            atexit.unregister(thing)
            codecs.unregister(thing)


def is_library(key: str) -> bool:
    return key == "hostapi" or key.partition(".")[0] in sys.stdlib_module_names


def sweep_library(is_theirs: Owner, modules: Modules) -> None:
    """What hangs in the library's and the host's own lists and tables, or in place of their functions."""
    for key, module in list(sys.modules.items()):
        if not is_library(key) or not isinstance(module, types.ModuleType):
            continue
        for name, value in list(vars(module).items()):
            if value is not sys.modules:
                sweep_container(value, is_theirs)
            if is_theirs(value):
                restore(module, name)
    for name, logger in [("root", logging.root), *logging.Logger.manager.loggerDict.items()]:
        for handler in list(getattr(logger, "handlers", ())):
            if name in modules or is_theirs(handler):
                logger.removeHandler(handler)


def sweep_container(value: Any, is_theirs: Owner) -> None:
    if isinstance(value, list):
        if any(map(is_theirs, value)):
            value[:] = [one for one in value if not is_theirs(one)]
    elif type(value) is dict:
        for key in [key for key, one in list(value.items()) if is_theirs(key) or is_theirs(one)]:
            del value[key]


def restore(module: types.ModuleType, name: str) -> None:
    before = BASELINE.get(module.__name__, {})
    if name in before:
        setattr(module, name, before[name])
    else:
        delattr(module, name)
