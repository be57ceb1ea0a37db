# SPDX-License-Identifier: MIT
"""Fault: the value that a property has is written back, though nobody had set it.

The old default then hides the new one. Apart from that a dotted purge with collection.
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
    scene = sys.modules["hostapi"].scene
    value = scene.amount
    host.disable(addon.name)
    purge(addon.name)
    host.enable(addon.name)
    scene.amount = value
