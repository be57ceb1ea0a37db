# SPDX-License-Identifier: MIT
"""Fault: the top module, whose file has not changed, keeps what it copied by `from … import`.

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
    for key in [key for key in sys.modules if key.startswith(addon.name + ".")]:
        importlib.reload(sys.modules[key])
    gc.collect()
    host.enable(addon.name)
