# SPDX-License-Identifier: MIT
"""All that can be done for an add-on from outside, and no row of any table: a control run.

Idea: switch off the add-on and whoever depends on it, forget everything of theirs that the
    interpreter keeps (modules under any name, bytecode, caches of the import system, garbage), and switch
    them on again in the order in which they were. What is still not as on a fresh start then, an add-on
    left outside of itself and does not undo, or does to itself.
    Who depends on it: whoever names it in code and holds something of it, or copies a name out of it
    at import. Who only had something of it put into itself is a neighbour.
Source: afresh's own (add-on control).
Resets: as much as its `unregister()` allows.
Cannot: undo what only the add-on's own code knows of.
"""

import ast
import gc
import importlib
import importlib.util
import linecache
import os
import sys
from typing import Any, Iterator

API = 1

MOST_COLLECTIONS = 10  # an object may make its successor whenever it goes


def docstrings(tree: ast.AST) -> set[int]:
    bodies = [getattr(node, "body", None) for node in ast.walk(tree)]
    firsts = [body[0] for body in bodies if isinstance(body, list) and body]
    return {id(first.value) for first in firsts if isinstance(first, ast.Expr)}


def mentions(path: str) -> Iterator[tuple[str, list[str]]]:
    """Modules that the file's code names, each with the names that it binds to what it copies."""
    try:
        with open(path, "rb") as file:
            tree = ast.parse(file.read())
    except (OSError, SyntaxError, ValueError):
        return
    prose = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, []) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module, [alias.asname or alias.name for alias in node.names]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.value, []


def depends(host: Any, other: str, name: str) -> bool:
    known = {name, *host.owned_modules(name, by="identity")}
    holds = other in host.dependants(name)
    modules = [sys.modules[key] for key in host.owned_modules(other)]
    for path in host.files(other):
        for module, copied in mentions(path) if path.endswith(".py") else ():
            if module not in known and not module.startswith(name + "."):
                continue
            if holds or any(hasattr(each, bound) or bound == "*" for bound in copied for each in modules):
                return True
    return False


def followers(host: Any, name: str) -> list[str]:
    """Enabled add-ons that depend on this one, or on one of those."""
    others = [other for other in host.enabled() if other != name]
    found = [name]
    for known in found:
        found += [other for other in others if other not in found and depends(host, other, known)]
    return found[1:]


def forget(host: Any, name: str) -> None:
    keys = host.owned_modules(name, by="identity")
    for key in keys:
        sys.modules.pop(key, None)
        above, _, own = key.rpartition(".")
        if above in sys.modules and above not in keys:
            vars(sys.modules[above]).pop(own, None)
    for path in host.files(name):
        if path.endswith(".py") and os.path.exists(bytecode := importlib.util.cache_from_source(path)):
            os.remove(bytecode)


def clean_up() -> None:
    importlib.invalidate_caches()
    linecache.clearcache()
    for _ in range(MOST_COLLECTIONS):
        if not gc.collect():
            break


def reload(host: Any, addon: Any) -> None:
    concerned = {addon.name, *followers(host, addon.name)}
    was_enabled = host.enabled()
    order = [name for name in was_enabled if name in concerned]
    order += [] if addon.name in order else [addon.name]
    for name in reversed(order):
        host.disable(name)
    for name in order:
        forget(host, name)
    clean_up()
    for name in order:
        host.enable(name)


def disable(host: Any, addon: Any) -> None:
    is_in_use = bool(followers(host, addon.name))
    host.disable(addon.name)
    if not is_in_use:
        forget(host, addon.name)
    clean_up()
