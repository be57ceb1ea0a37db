# SPDX-License-Identifier: MIT
"""Fault: the code is loaded anew, but what the old code registered stays registered.

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
    purge(addon.name)
    importlib.import_module(addon.name)
    gc.collect()
