# SPDX-License-Identifier: MIT
"""Forget the add-on's modules, those equal to its name or below it at a dot, and enable it again.

Family: forget and import again
In short: exact name or dot
Idea: host disable, delete the keys of `sys.modules` at the dot boundary, host enable.
Source: JacquesLucke/blender_vscode operators/addon_update.py, wbond/package_control plugin.py, Blender's
    own clean-up when it updates an extension (matrix code P2).
Resets: all modules of the add-on, imported again in natural order into new namespaces.
Cannot: see modules under other names (aliases, bare vendored libraries), files that the import system's
    directory cache has not noticed, or what others hold. Old classes live on until a collection.
"""

import sys
from typing import Any

API = 1


def purge(name: str) -> None:
    for key in list(sys.modules):
        if key == name or key.startswith(name + "."):
            sys.modules.pop(key, None)


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    purge(addon.name)
    host.enable(addon.name)


def disable(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    purge(addon.name)
