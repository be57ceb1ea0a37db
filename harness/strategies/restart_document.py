# SPDX-License-Identifier: MIT
"""Quit the process and start again with the user's document, but without the bytecode on disk.

Family: start again
In short: quit; document stays
Idea: as `restart`, in an application that writes no bytecode of add-ons, so that the second process
    compiles what the files say now.
Source: the restart operator of BlendLuxCore (LuxCoreRender/BlendLuxCore operators/debug.py) with the
    care of Pylons/hupper, which turns the writing of bytecode off in what it restarts.
Resets: everything in memory, and what the old files had left in `__pycache__`.
Cannot: keep what is not in the document: the console, undo steps, windows, the state of other add-ons.
"""

from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    host.restart(keep=("document",))


def disable(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    host.restart(keep=("document",))
