# SPDX-License-Identifier: MIT
"""Forget every module whose name contains the add-on's name anywhere, and enable it again.

Family: forget and import again
In short: name contains it
Idea: host disable, delete the keys of `sys.modules` that contain the name, host enable. A module that was
    made by Qt's resource compiler is asked first to take its resources back.
Source: borysiasty/plugin_reloader (QGIS), logtd/ComfyUI-HotReloadHack (matrix code P3).
Resets: all modules of the add-on, and aliases and vendored copies whose names contain its own.
Cannot: keep its hands off `my_demo_library` or `tests.demo`, whoever they belong to. Libraries under
    other bare names stay old.
"""

import sys
from typing import Any

API = 1


def purge(name: str) -> None:
    for key in list(sys.modules):
        if name in key:
            if hasattr(sys.modules[key], "qCleanupResources"):
                sys.modules[key].qCleanupResources()
            del sys.modules[key]


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    purge(addon.name)
    host.enable(addon.name)


def disable(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    purge(addon.name)
