# SPDX-License-Identifier: MIT
"""Let the host forget an add-on's modules whenever it disables the add-on, so that off and on is a reload.

Family: forget and import again
In short: whenever it is off
Idea: the dotted purge as the last line of the host's own disable. Nothing else is needed, and the add-on
    is gone after it was switched off.
Source: what qgis/QGIS does in python/utils.py when a plug-in is unloaded (by names that it recorded at
    import), and what is asked for in place of a `cleanse_modules` in every add-on
    (forum thread "Plugin Hot-Reload by Cleaning sys.modules?").
Resets: all modules of the add-on, imported again in natural order into new namespaces.
Cannot: forget what a load that failed has left: an add-on that is not enabled is not disabled, so the
    next attempt finds those of its modules that did load, as they were then. Otherwise as `purge-dotted`.
"""

import sys
from typing import Any

API = 1


def disable(host: Any, addon: Any) -> None:
    if not host.is_enabled(addon.name):
        return
    host.disable(addon.name)
    for key in list(sys.modules):
        if key == addon.name or key.startswith(addon.name + "."):
            sys.modules.pop(key, None)


def reload(host: Any, addon: Any) -> None:
    disable(host, addon)
    host.enable(addon.name)
