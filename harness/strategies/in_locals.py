# SPDX-License-Identifier: MIT
"""Let the add-on's `__init__.py` reload its direct submodules: `if "sub" in locals(): reload(sub)`.

Family: reload in place
In short: asks `in locals()`
Idea: before its first import of a submodule, `__init__.py` asks for each one that it imports whether
    the name is already bound, which it is only when the file runs a second time, and if so reloads
    it, in source order. The host then needs no more than to reload the top module.
Source: most multi-file Blender add-ons, e.g. LuxCoreRender/BlendLuxCore, pppalain/blendercam PR#6
    (matrix code R3). All questions come before all imports: a submodule that is bound only because
    another one imported it must not run twice in a fresh start.
Resets: the submodules that `__init__.py` imports at its top level.
Cannot: reach deeper than the direct imports, order by dependency, forget names that are gone, or see
    imports inside `try`, `if` or functions.
"""

import ast
import importlib
import io
import sys
from typing import Any, Iterator

API = 1


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    top = sys.modules.get(addon.name)
    if top is not None:
        importlib.reload(top)
    host.enable(addon.name)


def adapt(files: dict[str, str]) -> dict[str, str]:
    return {path: with_idiom(path, text, files) if is_top(path) else text for path, text in files.items()}


def is_top(path: str) -> bool:
    return path.count("/") == 1 and path.endswith("/__init__.py")


def with_idiom(path: str, text: str, files: dict[str, str]) -> str:
    """The text with one block of questions in front of its first import of a submodule."""
    try:
        statements = ast.parse(text).body
    except (SyntaxError, ValueError):
        return text  # A broken edit stays as broken as its author wrote it.
    package = path.split("/")[0]
    names: list[str] = []
    first_line = 0
    for statement in statements:
        for name in submodules_bound_by(statement, package, files):
            first_line = first_line or statement.lineno
            if name not in names:
                names.append(name)
    if not names:
        return text
    lines = io.StringIO(text, newline="").readlines()
    end = "\r\n" if lines[first_line - 1].endswith("\r\n") else "\n"
    block = ["import importlib"]
    for name in names:
        block += [f'if "{name}" in locals():', f"    importlib.reload({name})"]
    lines[first_line - 1 : first_line - 1] = [line + end for line in block]
    return "".join(lines)


def submodules_bound_by(statement: ast.stmt, package: str, files: dict[str, str]) -> Iterator[str]:
    """Names that hold a submodule in the package's namespace after this import statement."""
    if isinstance(statement, ast.Import):
        for alias in statement.names:
            parts = alias.name.split(".")
            if parts[0] == package and len(parts) > 1:
                yield alias.asname or parts[1]
    elif isinstance(statement, ast.ImportFrom):
        source = (statement.module or "").split(".") if statement.module else []
        if statement.level == 0 and source[:1] == [package]:
            source = source[1:]
        elif statement.level != 1:
            return
        bound = {alias.asname or alias.name for alias in statement.names}
        modules = [alias for alias in statement.names if is_module([package, *source, alias.name], files)]
        yield from (alias.asname or alias.name for alias in modules)
        # `from .sub import f` binds `sub` too, unless f's own name takes its place.
        if source and len(modules) < len(statement.names) and source[0] not in bound:
            yield source[0]


def is_module(parts: list[str], files: dict[str, str]) -> bool:
    path = "/".join(parts)
    return path + ".py" in files or path + "/__init__.py" in files
