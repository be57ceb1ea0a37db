# SPDX-License-Identifier: MIT
"""Fault: the new version's `unregister()` is asked to undo what the old one registered.

Apart from that a dotted purge with collection; only the order of unregistering and loading is wrong.
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
    purge(addon.name)
    importlib.import_module(addon.name)
    host.disable(addon.name)
    host.enable(addon.name)
