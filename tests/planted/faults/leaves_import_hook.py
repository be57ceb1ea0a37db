# SPDX-License-Identifier: MIT
"""Fault: an import hook is installed for loading, and never removed.

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


class NothingFound:
    """Watches imports while the add-on loads; finds nothing itself."""

    @staticmethod
    def find_spec(name: str, path: Any = None, target: Any = None) -> None:
        return None


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    purge(addon.name)
    sys.meta_path.insert(0, NothingFound)
    host.enable(addon.name)
