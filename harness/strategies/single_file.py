# SPDX-License-Identifier: MIT
"""Merge the add-on's modules into one file, and reload that file.

Family: reload in place
In short: merged into one file
Idea: with one module there is no order and nobody who holds an old copy. Each of the add-on's own imports
    is replaced by the statements of the module that it would load there, `sub.name` by `name`.
Source: the advice to keep an add-on in one file, as a single file is all that Blender's `addon_utils`
    or a plain `importlib.reload` takes care of; here the merging is done as its author would do it.
Resets: everything that the file defines, in the same namespace.
Cannot: forget names that are gone. Merge modules that define the same name, that are used as objects,
    written to, or found by name at run time: then it refuses. Who imports from a submodule finds none.
"""

import ast
import importlib
import importlib.util
import os
import symtable
import sys
from typing import Any

API = 1

Files = dict[str, str]


class CannotMerge(Exception):
    """With the reason, to be read after "cannot be one file: "."""


def reload(host: Any, addon: Any) -> None:
    root = os.path.dirname(addon.directory)
    files: Files = {}
    for path in host.files(addon.name):
        if path.endswith(".py"):
            with open(path, encoding="utf-8") as file:
                files[os.path.relpath(path, root).replace(os.sep, "/")] = file.read()
    try:
        merged(files)  # Which they are, unless `adapt` could not do it.
    except CannotMerge as reason:
        host.refuse(f"the add-on cannot be one file: {reason}")
    host.disable(addon.name)
    if addon.name in sys.modules:
        importlib.reload(sys.modules[addon.name])
    host.enable(addon.name)


def adapt(files: Files) -> Files:
    try:
        return merged(files)
    except CannotMerge:
        return files


def merged(files: Files) -> Files:
    modules = {dotted(path): path for path in files if path.endswith(".py")}
    top = next((path for name, path in modules.items() if "." not in name and path.endswith("/__init__.py")), "")
    if not top:
        return files
    texts: dict[str, str] = {name: files[path] for name, path in modules.items()}
    merge = Merge(texts, {dotted(path) for path in modules.values() if path.endswith("/__init__.py")})
    try:
        body = merge.load(dotted(top))
        for name in merge.late:
            body += merge.load(name)
    except SyntaxError as error:
        return {**files, top: texts[error.filename]}  # As broken as its author wrote it.
    if len(merge.loaded) == 1:
        return files
    body.sort(key=lambda statement: getattr(statement, "module", "") != "__future__")
    text = ast.unparse(ast.fix_missing_locations(ast.Module(body, []))) + "\n"
    return {**{path: files[path] for path in files if dotted(path) not in merge.loaded}, top: text}


def dotted(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


# Longer than most: a merge that is right only nearly always would be judged in place of the technique.
class Merge:
    """Puts the statements of each module where it is first imported, as loading it would run them."""

    def __init__(self, texts: dict[str, str], packages: set[str]) -> None:
        self.texts, self.packages = texts, packages
        self.loaded: set[str] = set()
        self.late: list[str] = []  # What only functions import: here it is loaded at once, behind the rest.
        self.bound: dict[str, tuple[str, str]] = {}  # name → who binds it, and with which import, if any

    def load(self, name: str) -> list[ast.stmt]:
        if name not in self.texts or name in self.loaded:
            return []
        first = self.load(name.rpartition(".")[0])
        if name in self.loaded:  # By its own package.
            return first
        self.loaded.add(name)
        for symbol in symtable.symtable(self.texts[name], name, "exec").get_symbols():
            if symbol.is_assigned() and symbol.get_name() != "__all__":
                self.bind(symbol.get_name(), name, "")
        return first + OneModule(self, name).merged()

    def bind(self, name: str, module: str, by_import: str) -> None:
        other, its_import = self.bound.setdefault(name, (module, by_import))
        if other != module and not by_import == its_import != "":
            raise CannotMerge(f"{other} and {module} both define {name!r}")


class OneModule(ast.NodeTransformer):
    def __init__(self, merge: Merge, name: str) -> None:
        self.merge, self.name = merge, name
        self.package = name if name in merge.packages else name.rpartition(".")[0]
        self.modules: dict[str, str] = {}  # name here → the module of the add-on that it stands for
        self.depth = 0
        self.unqualified: set[str] = set()
        self.locals: set[str] = set()

    def merged(self) -> list[ast.stmt]:
        body = self.visit(ast.parse(self.merge.texts[self.name], filename=self.name)).body
        for name in self.unqualified & self.locals:
            raise CannotMerge(f"{self.name} has a local {name!r} beside one of another module")
        return body

    def visit_ImportFrom(self, node: ast.ImportFrom) -> Any:
        source = self.absolute("." * node.level + (node.module or ""))
        statements: list[ast.stmt] = []
        for alias in node.names:
            name, target = alias.asname or alias.name, f"{source}.{alias.name}"
            statements += self.load(source)
            if target in self.merge.texts:
                statements += self.load(target)
                self.modules[name] = target
            elif source not in self.merge.texts:
                self.bind_foreign(name, target)
                statements.append(ast.ImportFrom(node.module, [alias], node.level))
            elif alias.asname:
                self.merge.bind(name, self.name, "")
                statements.append(ast.Assign([ast.Name(name, ast.Store())], ast.Name(alias.name, ast.Load()), lineno=1))
        return statements or ast.Pass()

    def visit_Import(self, node: ast.Import) -> Any:
        statements: list[ast.stmt] = []
        for alias in node.names:
            name = alias.asname or alias.name.partition(".")[0]
            if alias.name in self.merge.texts:
                statements += self.load(alias.name)
                self.modules[name] = alias.name if alias.asname else name
            else:
                self.bind_foreign(name, alias.name if alias.asname else name)
                statements.append(ast.Import([alias]))
        return statements or ast.Pass()

    def absolute(self, name: str) -> str:
        try:
            return importlib.util.resolve_name(name, self.package)
        except ImportError:
            raise CannotMerge(f"{self.name} imports from {name!r}, above the add-on") from None

    def load(self, module: str) -> list[ast.stmt]:
        if not self.depth:
            return self.merge.load(module)
        self.merge.late.append(module)
        return []

    def bind_foreign(self, name: str, target: str) -> None:
        if not self.depth and name != "*":
            self.merge.bind(name, self.name, target)

    def module_at(self, node: ast.expr) -> str | None:
        if isinstance(node, ast.Name):
            return self.modules.get(node.id)
        inner = self.module_at(node.value) if isinstance(node, ast.Attribute) else None
        return f"{inner}.{node.attr}" if inner and f"{inner}.{node.attr}" in self.merge.texts else None

    def visit_Attribute(self, node: ast.Attribute) -> Any:
        if ast.unparse(node) == "sys.modules" or node.attr == "import_module":
            raise CannotMerge(f"{self.name} finds modules by name at run time")
        if self.module_at(node.value) is None:
            return self.generic_visit(node)
        if self.module_at(node) or not isinstance(node.ctx, ast.Load):
            raise CannotMerge(f"{self.name} uses the module {ast.unparse(node.value)!r} as an object")
        self.unqualified.add(node.attr)
        return ast.Name(node.attr, ast.Load())

    def visit_Name(self, node: ast.Name) -> Any:
        if node.id in self.modules:
            raise CannotMerge(f"{self.name} uses the module {node.id!r} as an object")
        if self.depth and isinstance(node.ctx, ast.Store):
            self.locals.add(node.id)
        return node

    def visit_arg(self, node: ast.arg) -> Any:
        self.locals.add(node.arg)
        return self.generic_visit(node)

    def visit_FunctionDef(self, node: Any) -> Any:
        self.depth += 1
        self.generic_visit(node)
        self.depth -= 1
        return node

    visit_AsyncFunctionDef = visit_Lambda = visit_FunctionDef
