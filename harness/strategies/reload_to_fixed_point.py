# SPDX-License-Identifier: MIT
"""Reload every module of the add-on in dependency order, again and again until no copy is out of date.

Family: reload in place
In short: until no copy is old
Idea: as `reload-dependency-order`; then look at each name that a `from … import` copied. If one is not
    what its module has under that name now, do it all once more, as long as that gets further.
Source: the answer to import cycles that users of reload snippets find, to reload twice (matrix code
    R8), carried on to where nothing changes.
Resets: every submodule that is loaded, each in its old namespace, constants in cycles too.
Cannot: end with a cycle of classes or functions, which each round makes anew: it stops when a round is
    no better. What registers itself when its module runs does so in each round. Names that are gone
    stay. A submodule whose file is gone raises.
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
        reload_to_fixed_point(addon.name, host.owned_modules(addon.name, by="name"))
    host.enable(addon.name)


def reload_to_fixed_point(top: str, keys: list[str]) -> None:
    imports = {key: list(imports_of(key)) for key in keys}
    order = dependency_order(top, imports)
    before: int | None = None
    while True:
        for key in order:
            importlib.reload(sys.modules[key])
        outdated = sum(is_outdated(key, *copy) for key in keys for copy in imports[key])
        if outdated == 0 or before is not None and outdated >= before:
            return
        before = outdated


def is_outdated(key: str, source: str, original: str, name: str) -> bool:
    """Whether `from source import original as name` in this module would bind something else now."""
    copied_from = sys.modules.get(source)
    here = vars(sys.modules[key])
    return name in here and hasattr(copied_from, original) and here[name] is not getattr(copied_from, original)


def dependency_order(top: str, imports: dict[str, list[tuple[str, str, str]]]) -> list[str]:
    order: list[str] = []
    met: set[str] = set()

    def visit(key: str) -> None:
        met.add(key)
        for source, original, _ in imports[key]:
            for name in (f"{source}.{original}", source):
                if name in imports and name not in met:
                    visit(name)
        order.append(key)

    visit(top)
    return [key for key in imports if key not in met] + order


def imports_of(key: str) -> Iterator[tuple[str, str, str]]:
    """Of each import statement: module, name in it (empty for `import module`), name that it is given."""
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
            yield from ((alias.name, "", "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = importlib.util.resolve_name("." * node.level + (node.module or ""), spec.parent)
            yield from ((source, alias.name, alias.asname or alias.name) for alias in node.names)
