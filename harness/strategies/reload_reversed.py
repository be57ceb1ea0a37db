# SPDX-License-Identifier: MIT
"""Reload every module of the add-on in the reversed order of `sys.modules`, the package first.

Family: reload in place
In short: sys.modules, reversed
Order: reversed sys.modules
Idea: as `reload-sysmodules-order`, from the other end: what was complete last runs again first.
Source: snippets that go through `reversed(list(sys.modules))`, as one does to take things down in the
    opposite order of building them; right for unloading, used for reloading (matrix code R6).
Resets: every submodule that is loaded, each in its old namespace.
Cannot: get the order right: an importer runs before the module that it copies names from.
    A submodule whose file is gone raises, and leaves the add-on unregistered. Old names stay.
"""

import importlib
import sys
from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    if addon.name in sys.modules:
        for key in reversed([key for key in sys.modules if key == addon.name or key.startswith(addon.name + ".")]):
            importlib.reload(sys.modules[key])
    host.enable(addon.name)
