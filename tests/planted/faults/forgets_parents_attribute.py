# SPDX-License-Identifier: MIT
"""Fault: a submodule is taken out of `sys.modules`, but not out of its package.

Apart from that submodules are purged, and the top module is reloaded in place.
"""

import gc
import importlib
import sys
from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    for key in list(sys.modules):
        if key.startswith(addon.name + "."):
            del sys.modules[key]  # `vars(parent).pop(child)` is missing.
    importlib.invalidate_caches()
    gc.collect()
    importlib.reload(sys.modules[addon.name])
    host.enable(addon.name)
