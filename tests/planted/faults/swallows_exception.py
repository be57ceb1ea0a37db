# SPDX-License-Identifier: MIT
"""Fault: what `importlib.reload` raises is ignored, and the old module stays.

Apart from that all modules are reloaded in place, in the order of their completion.
"""

import gc
import importlib
import sys
from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    importlib.invalidate_caches()
    for key in [key for key in sys.modules if key == addon.name or key.startswith(addon.name + ".")]:
        try:
            importlib.reload(sys.modules[key])
        except ModuleNotFoundError:
            pass  # The module has to be forgotten, and its package's attribute with it.
    gc.collect()
    host.enable(addon.name)
