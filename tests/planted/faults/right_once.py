# SPDX-License-Identifier: MIT
"""Fault: only the first reload forgets anything.

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


has_run = False


def reload(host: Any, addon: Any) -> None:
    global has_run
    host.disable(addon.name)
    if not has_run:
        purge(addon.name)
    has_run = True
    host.enable(addon.name)
