# SPDX-License-Identifier: MIT
"""Quit the process and start again on the same disk with the user's document.

Family: start again
In short: quit; disk stays too
Idea: save the document, start a second process that recovers it, quit the first.
Source: the restart operator of BlendLuxCore (LuxCoreRender/BlendLuxCore operators/debug.py), which
    relies on the host to recover its last session.
Resets: everything in memory: modules, classes, registrations, process-wide changes.
Cannot: see past what is on disk: bytecode of the old files whose size and second are those of the
    new ones is loaded again (python/cpython#75953). Add-on state outside the document is lost.
"""

from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    host.restart(keep=("disk", "document"))


def disable(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    host.restart(keep=("disk", "document"))
