# SPDX-License-Identifier: MIT
"""Fault: whoever copied a name is reloaded before the module that it was copied from.

Apart from that all modules are reloaded in place, in the reverse of the order of their completion.
"""

import gc
import importlib
import sys
from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    modules = [sys.modules[key] for key in sys.modules if key == addon.name or key.startswith(addon.name + ".")]
    importlib.invalidate_caches()
    for module in reversed(modules):
        importlib.reload(module)
    gc.collect()
    host.enable(addon.name)
