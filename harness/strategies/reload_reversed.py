# SPDX-License-Identifier: MIT
"""Reload every module of the add-on in the reversed alphabetical order of their names.

Idea: as `reload-sorted`, from the other end, so that at least every package comes after what is in it.
Source: snippets that unload with `sorted(sys.modules, reverse=True)` to take children before their
    parents, used for reloading (matrix code R6).
Resets: every submodule that is loaded, each in its old namespace.
Cannot: get the order right between siblings: who comes later in the alphabet is not who is imported.
    A submodule whose file is gone raises, and leaves the add-on unregistered. Old names stay.
"""

import importlib
import sys
from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    if addon.name in sys.modules:
        for key in sorted(host.owned_modules(addon.name, by="name"), reverse=True):
            importlib.reload(sys.modules[key])
    host.enable(addon.name)
