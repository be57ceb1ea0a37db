# SPDX-License-Identifier: MIT
"""No fault: a dotted purge with collection that puts the old modules back when the new ones fail.

The correct twin of what is planted in broken edits.
"""

import gc
import importlib
import sys
from types import ModuleType
from typing import Any

API = 1


def take_out(name: str) -> dict[str, ModuleType]:
    keys = [key for key in sys.modules if key == name or key.startswith(name + ".")]
    return {key: sys.modules.pop(key) for key in keys}


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    old = take_out(addon.name)
    importlib.invalidate_caches()
    try:
        importlib.import_module(addon.name)
    except BaseException:
        take_out(addon.name)
        sys.modules.update(old)
        host.enable(addon.name)
        raise
    old.clear()
    gc.collect()
    host.enable(addon.name)
