# SPDX-License-Identifier: MIT
"""Forget the add-on's submodules but keep the package itself, which is reloaded in place.

Family: forget and import again
In short: all but the package
Idea: the host runs the add-on's entry file again when it was saved; before that, everything below it is
    deleted from `sys.modules`, so that its imports load new files.
Source: wbond/package_control plugin.py and the `boot.py` of other Sublime Text packages; self-updaters
    that must not delete the module that is running (matrix code P6).
Resets: the submodules that are imported by `from .sub import name`, and what the top file defines.
Cannot: reload what `from . import sub` asks for: the kept package still has the old submodule as an
    attribute, and the statement takes it from there (NousResearch/hermes-agent PR#112753). Names that
    are gone from the top file stay.
"""

import importlib
import sys
from typing import Any

API = 1


def purge_below(name: str) -> None:
    for key in list(sys.modules):
        if key.startswith(name + "."):
            del sys.modules[key]


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    purge_below(addon.name)
    if addon.name in sys.modules:
        importlib.reload(sys.modules[addon.name])
    host.enable(addon.name)


def disable(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    purge_below(addon.name)
