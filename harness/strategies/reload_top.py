# SPDX-License-Identifier: MIT
"""Reload the add-on's top module only, whether or not its file changed.

Family: reload in place
In short: top module alone
Idea: unregister, `importlib.reload(top)`, register.
Source: hextantstudios/hextant_reload_addon (goes on when `unregister()` raises), Sopel, calibre,
    UnrealEnginePython (matrix code R2).
Resets: what the top file itself defines, in the same module object and the same namespace.
Cannot: reach submodules: importing them again finds the old ones (sopel-irc/sopel#1401,
    JacquesLucke/blender_vscode#109). Names that the new file no longer has stay (sopel PR#1490).
"""

import importlib
import sys
from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    top = sys.modules.get(addon.name)
    if top is not None:
        importlib.reload(top)
    host.enable(addon.name)
