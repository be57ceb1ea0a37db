# SPDX-License-Identifier: MIT
"""Fault: no dot is asked for behind the prefix, so that `demo_extras` is taken for a part of `demo`.

Apart from that a dotted purge with collection.
"""

import gc
import importlib
import sys
from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    for key in list(sys.modules):
        if key.startswith(addon.name):
            del sys.modules[key]
    importlib.invalidate_caches()
    gc.collect()
    host.enable(addon.name)
