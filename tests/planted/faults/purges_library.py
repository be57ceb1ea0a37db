# SPDX-License-Identifier: MIT
"""Fault: the modules that the add-on has imported are forgotten with it, wherever they come from.

Apart from that a dotted purge with collection.
"""

import gc
import importlib
import sys
from types import ModuleType
from typing import Any

API = 1


def purge(name: str) -> None:
    for key in list(sys.modules):
        if key == name or key.startswith(name + "."):
            sys.modules.pop(key, None)
    importlib.invalidate_caches()
    gc.collect()


def libraries_of(name: str) -> set[str]:
    """Modules that the add-on's own modules hold, and that are not its own."""
    held = set()
    for key, module in list(sys.modules.items()):
        if key == name or key.startswith(name + "."):
            held |= {value.__name__ for value in vars(module).values() if isinstance(value, ModuleType)}
    return {key for key in held if key != "hostapi" and key != name and not key.startswith(name + ".")}


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    for key in libraries_of(addon.name):
        sys.modules.pop(key, None)
    purge(addon.name)
    host.enable(addon.name)
