"""Say in one line what it does.

Family: yours
In short: off, forget, on
Idea: which steps, and why in this order.
Source: where the technique was met: a thread, a tool, a commit.
Resets: what is new afterwards.
Cannot: what stays old, as far as you know.
"""

import sys
from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    """From the old files to the new ones, enabled. What raises here is a finding."""
    disable(host, addon)
    host.enable(addon.name)


def disable(host: Any, addon: Any) -> None:
    """What the user's disable does. Optional: without it the host's alone."""
    host.disable(addon.name)
    for key in host.owned_modules(addon.name):
        del sys.modules[key]


# Optional:
# def install(host): ...              machinery of a tool's own, before any add-on
# def adapt(files): return files      what lives in the add-on's own code: path -> text
