# SPDX-License-Identifier: MIT
"""Cleanse `sys.modules` by prefix at the end of the add-on's own `unregister()`, over a sorted copy.

Family: forget and import again
In short: name begins the same
Idea: the add-on forgets itself: `unregister()` ends by deleting each key of `sys.modules` that starts
    with the add-on's `__name__`. The next enable imports every file anew.
Source: first form of the forum thread "Plugin Hot-Reload by Cleaning sys.modules?", written anew; the
    same undotted line is in nine public Blender add-ons (matrix code P1).
Resets: all modules of the add-on, imported again in natural order into new namespaces.
Cannot: tell `demo` from its neighbour `demo_extras`: no dot follows the prefix. Nothing is forgotten
    when the rest of `unregister()` raises, or after a load that failed half way. Libraries under bare
    names and objects that others hold stay old.
"""

from typing import Any

API = 1

CLEANSING = '''

def cleanse_modules():
    import sys
    modules_by_name = dict(sorted(sys.modules.items(), key=lambda item: item[0]))
    for name in modules_by_name.keys():
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
