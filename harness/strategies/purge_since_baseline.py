# SPDX-License-Identifier: MIT
"""Forget every module that was loaded since the application started, and enable the add-on again.

Family: forget and import again
In short: all since the start
Idea: remember the keys of `sys.modules` before any add-on is enabled; later delete all others.
Source: UPBGE/upbge#1105 (between two runs of a game), Charcoal Editor for Maya ("module states"),
    `SysModulesSnapshot` of pytest-dev/pytest pytester.py (matrix code P5).
Resets: all modules of the add-on and all libraries that came with it, under any name.
Cannot: tell whose a module is: other add-ons and libraries that came later are forgotten while they
    run, and load a second time (DataDog/dd-trace-py#18276: numpy refuses to).
"""

import sys
from typing import Any

API = 1

BASELINE: set[str] = set()


def install(host: Any) -> None:
    BASELINE.update(sys.modules)


def purge() -> None:
    for key in list(sys.modules):
        if key not in BASELINE:
            del sys.modules[key]


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    purge()
    host.enable(addon.name)


def disable(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    purge()
