# SPDX-License-Identifier: MIT
"""Reload every module of the add-on in the alphabetical order of their names.

Family: reload in place
In short: alphabetical order
Order: alphabetical
Idea: unregister, `importlib.reload` each key of `sys.modules` that is the add-on's, sorted, register.
Source: snippets passed around in forums, with the advice to sort so that parents come before their
    children (matrix code R5).
Resets: every submodule that is loaded, each in its old namespace.
Cannot: get the order right: a module that copied a name runs before the module it copied from.
    A submodule whose file is gone raises, and leaves the add-on unregistered. Old names stay.
"""

import importlib
import sys
from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    if addon.name in sys.modules:
        for key in sorted(host.owned_modules(addon.name, by="name")):
            importlib.reload(sys.modules[key])
    host.enable(addon.name)
