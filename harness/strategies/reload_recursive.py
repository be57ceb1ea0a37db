# SPDX-License-Identifier: MIT
"""Reload the top module, then every module of the add-on's folder found among its attributes, and so on.

Family: reload in place
In short: top first, attributes
Order: importers-first
Idea: a module's attributes say what it has imported. Each one whose `__file__` lies below the package's
    folder is reloaded once, then searched in the same way.
Source: the recursive `reload` of question-and-answer sites (Stack Overflow 15506971 and 28516918), in
    the form that keeps to one folder and remembers the files it has been at.
Resets: the modules that can be reached by attributes; importing a submodule makes it one of its package's.
Cannot: order them: importers run before what they import, so copies are of the old code. A module whose
    file is gone raises. While a namespace is searched, a reload that puts a name into it is a
    RuntimeError. Modules under `sys.modules` alone, and names that are gone, stay as they are.
"""

import importlib
import os
import sys
from types import ModuleType
from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    top = sys.modules.get(addon.name)
    if top is not None:
        reload_package(top)
    host.enable(addon.name)


def reload_package(package: ModuleType) -> None:
    folder = os.path.dirname(package.__file__) + os.sep
    visited = {package.__file__}

    def visit(module: ModuleType) -> None:
        importlib.reload(module)
        for value in vars(module).values():
            if not isinstance(value, ModuleType):
                continue
            file = getattr(value, "__file__", None)
            if file is not None and file.startswith(folder) and file not in visited:
                visited.add(file)
                visit(value)

    visit(package)
