# SPDX-License-Identifier: MIT
"""No fault: reload every module in place, in the order in which they were completed.

The correct twin of what is planted in reloads in place: each namespace is emptied first, modules whose
file is gone are forgotten with their parent's attribute, and old objects are collected.
"""

import gc
import importlib
import os
import sys
from types import ModuleType
from typing import Any

API = 1

IMPORT_SYSTEMS = {"__name__", "__package__", "__path__", "__file__", "__spec__", "__loader__", "__cached__", "__builtins__"}


def own_modules(name: str) -> list[str]:
    return [key for key in sys.modules if key == name or key.startswith(name + ".")]


def forget(key: str) -> None:
    parent, _, child = key.rpartition(".")
    del sys.modules[key]
    if parent in sys.modules:
        vars(sys.modules[parent]).pop(child, None)


def empty(module: ModuleType) -> None:
    for name, value in list(vars(module).items()):
        is_submodule = value is sys.modules.get(f"{module.__name__}.{name}")
        if name not in IMPORT_SYSTEMS and not is_submodule:
            del vars(module)[name]


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    importlib.invalidate_caches()
    for key in own_modules(addon.name):
        if not os.path.exists(sys.modules[key].__file__ or ""):
            forget(key)
    for key in own_modules(addon.name):
        empty(sys.modules[key])
        importlib.reload(sys.modules[key])
    gc.collect()
    host.enable(addon.name)


def disable(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    for key in own_modules(addon.name):
        forget(key)
    gc.collect()
