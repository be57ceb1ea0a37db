# SPDX-License-Identifier: MIT
"""Forget the add-on's modules and its name in the package above it, and enable it again.

Family: forget and import again
In short: dot; name in parent
Idea: what Blender does from 4.2 on when it puts a new version of an extension over an old one: host
    disable, delete the keys of `sys.modules` at the dot boundary, delete the attribute by which the
    repository's package holds the extension's, host enable.
Source: Blender, addons_core/bl_pkg/bl_extension_ops.py, `_preferences_ensure_disabled` (matrix code P2).
Resets: all modules of the add-on, imported again in natural order into new namespaces; nothing holds the
    old package from above.
Cannot: see modules under other names, or what others hold. For an add-on that is in no other package it
    is purge-dotted.
"""

import sys
from typing import Any

from afresh_strategy_purge_dotted import purge

API = 1


def forget(name: str) -> None:
    purge(name)
    above, _, own = name.rpartition(".")
    if above in sys.modules:
        vars(sys.modules[above]).pop(own, None)


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    forget(addon.name)
    host.enable(addon.name)


def disable(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    forget(addon.name)
