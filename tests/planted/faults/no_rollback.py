# SPDX-License-Identifier: MIT
"""Fault: when the new version cannot be loaded, the old one is already gone.

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
    host.enable(addon.name)
