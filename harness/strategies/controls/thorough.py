# SPDX-License-Identifier: MIT
"""All that can be done for an add-on from outside, and no row of any table: a control run.

Idea: switch off the add-on and whoever imports from it, forget everything of theirs that the
    interpreter keeps (modules under any name, bytecode, caches of the import system, garbage), and switch
    them on again in the order in which they were. What is still not as on a fresh start then, an add-on
    left outside of itself and does not undo, or does to itself.
Source: afresh's own (add-on control).
Resets: as much as its `unregister()` allows.
Cannot: undo what only the add-on's own code knows of.
"""

import gc
import importlib
import importlib.util
import linecache
import os
import re
import sys
from typing import Any

API = 1


def other_addons(addon: Any) -> list[str]:
    folder = os.path.dirname(addon.directory)
    names = {entry.removesuffix(".py") for entry in os.listdir(folder)}
    return sorted(name for name in names if name.isidentifier() and name != addon.name)


def mentions(path: str, name: str) -> bool:
    with open(path, encoding="utf-8", errors="replace") as file:
        text = file.read()
    return re.search(rf"^\s*(from|import)\b.*\b{name}\b", text, re.MULTILINE) is not None


def importers(host: Any, addon: Any) -> list[str]:
    """Enabled add-ons with an import of this one, or of one of those, anywhere in their sources."""
    others = [name for name in other_addons(addon) if host.is_enabled(name)]
    found = [addon.name]
    for known in found:
        for name in others:
            if name not in found and any(mentions(path, known) for path in host.files(name)):
                found.append(name)
    return found[1:]


def forget(host: Any, name: str) -> None:
    for key in host.owned_modules(name, by="identity"):
        sys.modules.pop(key, None)
    for path in host.files(name):
        if not path.endswith(".py"):
            continue
        try:
            os.remove(importlib.util.cache_from_source(path))
        except OSError:
            pass


def forget_all(host: Any, names: list[str]) -> None:
    for name in names:
        forget(host, name)
    importlib.invalidate_caches()
    linecache.clearcache()
    while gc.collect():
        pass


def reload(host: Any, addon: Any) -> None:
    followers = importers(host, addon)
    for name in reversed(followers):
        host.disable(name)
    host.disable(addon.name)
    forget_all(host, [addon.name, *followers])
    for name in [addon.name, *followers]:
        host.enable(name)


def disable(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    forget_all(host, [addon.name])
