# SPDX-License-Identifier: MIT
"""Swap versions: take the old one down and away altogether, load the new one, or put the old one back.

Family: swap versions
In short: sweep; old back, whole
Idea: refuse what cannot be done in a process; compile all files first, so that a typing mistake touches
    nothing; disable the add-on and those that depend on it; sweep and forget all of theirs; enable
    them again. If that raises, the old modules, which nobody has changed, come back and register again.
Source: afresh's own: what is missing in each of the others, put together. `purge-and-sweep` forgets;
    rollback is that of Rapptz/discord.py, but modules first; dependants as the README of
    hextantstudios/hextant_reload_addon misses them.
Resets: all modules of the add-on and its dependants, and what can be told to be theirs outside of them.
Cannot: unload native code or stop threads, for which it refuses; undo plain values in a library, or what
    the failed load did to the world outside; hide old classes from `__subclasses__()` while the new
    ones load, as they are kept for a rollback.
"""

import os
import sys
from importlib.machinery import ExtensionFileLoader
from types import FrameType
from typing import Any

import afresh_strategy_purge_and_sweep as sweep  # Those that ship can import those above them in the table.

API = 1

install = sweep.install
disable = sweep.disable


def reload(host: Any, addon: Any) -> None:
    swap(host, addon)
    sweep.collect()


def swap(host: Any, addon: Any) -> sweep.Modules:
    """From the old version to the new. Gives the modules of the old one, for whoever migrates."""
    may_begin(host, addon)
    compile_all(host, addon.name)
    names = with_dependants(host, addon.name)
    enabled = [name for name in names if host.is_enabled(name)]
    paths, finders = list(sys.path), list(sys.meta_path)
    for name in reversed(enabled):
        host.disable(name)
    may_go_on(host, addon, enabled)
    old = forget_all(host, addon, names)
    try:
        enable_all(host, [addon.name, *(name for name in enabled if name != addon.name)])
    except BaseException:
        for name in reversed(names):
            host.disable(name)
        forget_all(host, addon, names)  # What the new version got done before it failed.
        sys.path[:], sys.meta_path[:] = paths, finders
        sys.modules.update(old)
        for key, module in old.items():
            above, _, own = key.rpartition(".")
            if above in sys.modules and above not in old:
                setattr(sys.modules[above], own, module)
        enable_all(host, enabled)
        raise
    return old


def with_dependants(host: Any, name: str) -> list[str]:
    """The add-on, and after each the enabled ones that hold modules, classes or functions of it."""
    names = [name]
    for known in names:
        names += [other for other in host.dependants(known) if other not in names and host.is_enabled(other)]
    return names


def forget_all(host: Any, addon: Any, names: list[str]) -> sweep.Modules:
    modules: sweep.Modules = {}
    for name in reversed(names):
        modules |= sweep.forget(host, name, os.path.join(os.path.dirname(addon.directory), name))
    sweep.collect()
    return modules


def enable_all(host: Any, names: list[str]) -> None:
    for name in names:
        host.enable(name)


def compile_all(host: Any, name: str) -> None:
    """The files of what is loaded: others may lie there that are not meant for this Python."""
    for key in host.owned_modules(name, by="identity"):
        file = getattr(sys.modules[key], "__file__", None) or ""
        if file.endswith(".py") and os.path.exists(file):
            with open(file, "rb") as source:
                compile(source.read(), file, "exec", dont_inherit=True)


def may_begin(host: Any, addon: Any) -> None:
    for key in host.owned_modules(addon.name, by="identity"):
        if isinstance(getattr(sys.modules[key], "__loader__", None), ExtensionFileLoader):
            host.refuse(f"a restart is needed: {key} is native code, which stays loaded")
    if is_running(sys._getframe(), addon):
        host.refuse("a restart is needed: the add-on's own code asked for this, and goes on after it")


def may_go_on(host: Any, addon: Any, enabled: list[str]) -> None:
    if any(is_running(frame, addon) for frame in sys._current_frames().values()):
        enable_all(host, enabled)
        host.refuse("a restart is needed: a thread runs the add-on's code, which unregister() does not end")


def is_running(frame: FrameType | None, addon: Any) -> bool:
    while frame is not None:
        if frame.f_code.co_filename.startswith((addon.directory + os.sep, addon.directory + ".py")):
            return True
        frame = frame.f_back
    return False
