# SPDX-License-Identifier: MIT
"""Forget the add-on's modules first and unregister it afterwards: the wrong order.

Family: forget and import again
In short: forget, then disable
Idea: delete the keys of `sys.modules` at the dot boundary, host disable, host enable. The host still holds
    the add-on itself; what `unregister()` imports in its body is no longer there and loads anew.
Source: the order in which borysiasty/plugin_reloader (QGIS) once did it, until its issue 38
    (matrix code P8). QGIS calls the object that it holds; this host looks the add-on up by name, so
    the top module alone is put back for that call.
Resets: all modules of the add-on, imported again in natural order into new namespaces.
Cannot: undo what `unregister()` undoes through a lazy import: a fresh copy of the submodule, of the new
    file, knows nothing of what the old one registered.
"""

import sys
from typing import Any

API = 1


def purge(name: str) -> None:
    for key in list(sys.modules):
        if key == name or key.startswith(name + "."):
            del sys.modules[key]


def reload(host: Any, addon: Any) -> None:
    disable(host, addon)
    host.enable(addon.name)


def disable(host: Any, addon: Any) -> None:
    top = sys.modules.get(addon.name)
    purge(addon.name)
    if top is not None and host.is_enabled(addon.name):
        sys.modules[addon.name] = top
        host.disable(addon.name)
        sys.modules.pop(addon.name, None)
