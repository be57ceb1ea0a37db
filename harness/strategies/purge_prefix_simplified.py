# SPDX-License-Identifier: MIT
"""Cleanse `sys.modules` by prefix at the end of the add-on's own `unregister()`, over sorted keys.

Family: forget and import again
In short: the same, over names
Idea: as `purge-prefix`, but over the sorted names alone. No copy of the modules is held meanwhile, so
    an old module may die in the middle of the walk.
Source: simplified form of the forum thread "Plugin Hot-Reload by Cleaning sys.modules?", written anew
    (matrix code P1).
Resets: all modules of the add-on, imported again in natural order into new namespaces.
Cannot: what `purge-prefix` cannot: the prefix has no dot after it, and an error before the end of
    `unregister()` leaves everything as it was.
"""

from typing import Any

API = 1

CLEANSING = '''

def cleanse_modules():
    import sys
    for name in sorted(sys.modules.keys()):
        if name.startswith(__name__):
            del sys.modules[name]


unregister_before_cleansing = globals().get("unregister", lambda: None)


def unregister():
    unregister_before_cleansing()
    cleanse_modules()
'''


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    host.enable(addon.name)


def adapt(files: dict[str, str]) -> dict[str, str]:
    return {path: text + CLEANSING if is_top(path) else text for path, text in files.items()}


def is_top(path: str) -> bool:
    """`demo/__init__.py`, or `demo.py` for an add-on of one file."""
    return path.endswith(".py") and ("/" not in path or path.count("/") == 1 and path.endswith("/__init__.py"))
