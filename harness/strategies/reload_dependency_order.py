# SPDX-License-Identifier: MIT
"""Reload every module of the add-on once, each after those that it imports.

Family: reload in place
In short: imported ones first
Order: dependency
Idea: read the import statements out of the files as they are now, go through them depth first from the
    top module, and reload on the way back. What no import statement names comes before all else, in
    the order of `sys.modules`.
Source: Hum9183/deep_reloader (Maya) parses sources and follows their imports; jparise/python-reloader
    records imports instead and goes through them in the same way (matrix code R7).
Resets: every submodule that is loaded, each in its old namespace, leaf first.
Cannot: order a cycle: one of its modules copies an old name. Names that the new file no longer has
    stay, and so does what `globals()` is asked for. A submodule whose file is gone raises.
"""

import ast
import importlib
import importlib.util
import sys
from typing import Any, Iterator

API = 1


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    if addon.name in sys.modules:
        for key in dependency_order(addon.name, host.owned_modules(addon.name, by="name")):
            importlib.reload(sys.modules[key])
    host.enable(addon.name)


def dependency_order(top: str, keys: list[str]) -> list[str]:
    order: list[str] = []
    met: set[str] = set()

    def visit(key: str) -> None:
        met.add(key)
        for name in imported_by(key):
            if name in keys and name not in met:
                visit(name)
        order.append(key)

    visit(top)
    return [key for key in keys if key not in met] + order


def imported_by(key: str) -> Iterator[str]:
    """Names of what may be modules, from every import statement of the file, also those in functions."""
    spec = getattr(sys.modules[key], "__spec__", None)
    if spec is None or spec.origin is None or not spec.origin.endswith(".py"):
        return
    try:
        with open(spec.origin, "rb") as file:
            tree = ast.parse(file.read())
    except (OSError, SyntaxError, ValueError):
        return  # Its own reload says what is wrong with it.
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = importlib.util.resolve_name("." * node.level + (node.module or ""), spec.parent)
            yield from (f"{source}.{alias.name}" for alias in node.names)
            yield source
