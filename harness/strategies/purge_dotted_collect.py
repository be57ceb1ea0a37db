# SPDX-License-Identifier: MIT
"""Dotted purge that also invalidates the import system's caches and collects garbage before it loads.

Family: forget and import again
In short: exact name or dot; gc
Idea: as `purge-dotted`, and between forgetting and enabling `importlib.invalidate_caches()`, so that new
    files are seen, and `gc.collect()`, so that old classes are gone from `__subclasses__()`.
Source: `purge-dotted` with the two steps that its measured failures ask for. On add-ons without
    aliases, bare names, dependants or process-wide effects it must not have one finding, which makes
    it the second null test of afresh.
Resets: all modules of the add-on, and what only they kept alive.
Cannot: see modules under other names, bytecode of the same size and second, or what others hold.
"""

import gc
import importlib
import sys
from typing import Any

API = 1


def purge(name: str) -> None:
    for key in list(sys.modules):
        if key == name or key.startswith(name + "."):
            sys.modules.pop(key, None)
    importlib.invalidate_caches()
    gc.collect()


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    purge(addon.name)
    host.enable(addon.name)


def disable(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    purge(addon.name)
