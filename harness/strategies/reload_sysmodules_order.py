# SPDX-License-Identifier: MIT
"""Reload every module of the add-on in the order of `sys.modules`, which is that of their completion.

Family: reload in place
In short: order of sys.modules
Order: sys.modules
Idea: the import system moves a module to the end of `sys.modules` when its code has run to its end, so
    whoever was imported stands before its importer, and the package last.
Source: the loop over `sys.modules` that most reload snippets are; Cog-Creators/Red-DiscordBot
    redbot/core/core_commands.py runs modules again in a similar way (matrix code R4).
Resets: every submodule that is loaded, each in its old namespace, leaf first.
Cannot: be right about cycles, or about imports that the edit adds or turns round: the order is that
    of the old code. A submodule whose file is gone raises, and leaves the add-on unregistered.
"""

import importlib
import sys
from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    if addon.name in sys.modules:
        for key in [key for key in sys.modules if key == addon.name or key.startswith(addon.name + ".")]:
            importlib.reload(sys.modules[key])
    host.enable(addon.name)
