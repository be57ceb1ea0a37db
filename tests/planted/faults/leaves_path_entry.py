# SPDX-License-Identifier: MIT
"""Fault: the add-on's folder is put on `sys.path` for loading, and never taken off.

Apart from that a dotted purge with collection.
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
    sys.path.insert(0, addon.directory)
    host.enable(addon.name)
