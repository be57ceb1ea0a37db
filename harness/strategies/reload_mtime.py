# SPDX-License-Identifier: MIT
"""Reload the add-on's top module if its own file has another modification time than when it was loaded.

Family: reload in place
In short: top, if file changed
Idea: an application's check box that looks at the file: on enable, a module that is still in
    `sys.modules` runs again if its time differs, and is taken as it is otherwise.
Source: Blender, scripts/modules/addon_utils.py, `enable`, which notes the time in the module's
    `__time__`. This host notes none: the time of the last load is read from the bytecode that
    the load wrote (PEP 3147), in whole seconds as it is kept there.
Resets: what the top file itself defines, in the same namespace, if that very file was touched.
Cannot: see that a submodule changed, or reload one (JacquesLucke/blender_vscode#109,
    KhronosGroup/glTF-Blender-IO#279). After an error only the top module is forgotten.
"""

import importlib
import importlib.util
import os
import sys
from types import ModuleType
from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    try:
        module = sys.modules.get(addon.name)
        if module is not None and has_changed(module):
            importlib.reload(module)
        host.enable(addon.name)
    except Exception:
        sys.modules.pop(addon.name, None)  # The one key, and none of the submodules.
        raise


def has_changed(module: ModuleType) -> bool:
    file = module.__file__
    if file is None or not os.path.exists(file):
        return False  # Left to the import, which finds the module in `sys.modules`.
    return time_of_last_load(file) != int(os.path.getmtime(file))


def time_of_last_load(file: str) -> int | None:
    """The time of the source as its bytecode has it: 4 bytes behind the magic number and the flags."""
    try:
        with open(importlib.util.cache_from_source(file), "rb") as bytecode:
            header = bytecode.read(16)
    except OSError:
        return None
    return int.from_bytes(header[8:12], "little")
