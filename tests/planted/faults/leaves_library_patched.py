# SPDX-License-Identifier: MIT
"""Fault: a function of the library is replaced for the time of loading, and never put back.

Apart from that a dotted purge with collection.
"""

import gc
import importlib
import sys
from typing import Any

API = 1

plain_import = importlib.import_module


def noted_import(name: str, package: str | None = None) -> Any:
    return plain_import(name, package)


def purge(name: str) -> None:
    for key in list(sys.modules):
        if key == name or key.startswith(name + "."):
            sys.modules.pop(key, None)
    importlib.invalidate_caches()
    gc.collect()


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    purge(addon.name)
    importlib.import_module = noted_import
    host.enable(addon.name)
