# SPDX-License-Identifier: MIT
"""Fault: every seventh reload forgets nothing.

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


reloads = 0


def reload(host: Any, addon: Any) -> None:
    global reloads
    reloads += 1
    host.disable(addon.name)
    if reloads % 7 != 0:
        purge(addon.name)
    host.enable(addon.name)
