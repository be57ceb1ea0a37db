# SPDX-License-Identifier: MIT
"""Fault: only the top module is forgotten; its submodules stay in `sys.modules`.

Apart from that a dotted purge with collection.
"""

import gc
import importlib
import sys
from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    del sys.modules[addon.name]
    importlib.invalidate_caches()
    gc.collect()
    host.enable(addon.name)
