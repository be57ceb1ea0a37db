# SPDX-License-Identifier: MIT
"""Forget every module whose file lies in the add-on's folder, whatever its name, and enable it again.

Family: forget and import again
In short: file in its folder
Idea: host disable, delete the keys of `sys.modules` whose module has a `__file__` there, host enable.
Source: nvaccess/nvda addonHandler, gradio-app/gradio utils.py, streamlit/streamlit
    watcher/local_sources_watcher.py (matrix code P4).
Resets: all modules of the add-on, vendored libraries under bare names and second names too.
Cannot: see what has no `__file__`: namespace packages, objects that a module put in its own place
    (nvaccess/nvda PR#15967: not even to be expected). Caches of the import system, bytecode of the
    same size and second, and what others hold stay.
"""

import os
import sys
from typing import Any

API = 1


def purge(directory: str) -> None:
    for key, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if isinstance(file, str) and (file.startswith(directory + os.sep) or file == directory + ".py"):
            del sys.modules[key]


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    purge(addon.directory)
    host.enable(addon.name)


def disable(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    purge(addon.directory)
