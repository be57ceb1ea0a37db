# SPDX-License-Identifier: MIT
"""Unload the add-on and load it again; if that raises, bring the old one back.

Family: swap versions
In short: dot; old back on error
Idea: keep the add-on's modules aside; host disable and dotted purge; find the spec, execute a new module,
    enable it. On any exception register the old module again, then put its submodules back, and
    raise what was raised.
Source: `reload_extension` of Rapptz/discord.py ext/commands/bot.py, step by step (matrix code D1).
Resets: all modules of the add-on, imported again in natural order into new namespaces.
Cannot: roll back cleanly: the old `register()` runs before the old submodules are back, so what it
    imports in its body is new or broken; submodules that only the failed edit has stay behind, and so
    do its effects on the process. (What discord.py itself takes back by module name, its commands and
    listeners, this host leaves to `unregister()`.) Otherwise as `purge-dotted`.
"""

import importlib.util
import sys
from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    name = addon.name
    saved = {key: sys.modules[key] for key in sys.modules if is_within(key, name)}
    was_enabled = host.is_enabled(name)
    disable(host, addon)
    try:
        load(host, name)
    except BaseException:
        if was_enabled:
            # The host looks the add-on up by name; of the submodules none is there yet.
            sys.modules[name] = saved[name]
            host.enable(name)
        sys.modules.update(saved)
        raise


def load(host: Any, name: str) -> None:
    spec = importlib.util.find_spec(name)
    if spec is None:
        raise ModuleNotFoundError(f"No add-on named {name!r}", name=name)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    try:
        host.enable(name)
    except BaseException:
        finalize(host, name)
        raise


def finalize(host: Any, name: str) -> None:
    """What a `register()` that raised half way gets: its own `unregister()`, and to be forgotten."""
    try:
        host.unregister(name)
    except Exception:
        pass  # Whatever it says, it goes.
    purge(name)


def disable(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    purge(addon.name)


def purge(name: str) -> None:
    for key in list(sys.modules):
        if is_within(key, name):
            del sys.modules[key]


def is_within(key: str, name: str) -> bool:
    return key == name or key.startswith(name + ".")
