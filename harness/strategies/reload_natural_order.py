# SPDX-License-Identifier: MIT
"""Run the add-on's files again in the order in which imports reach them, in the module objects there are.

Family: reload in place
In short: as imports reach them
Order: import
Idea: take the submodules out of `sys.modules` and reload the top module. Its import statements then
    load them as in a cold start, but a finder in front of all others hands out the old module
    objects to be filled again.
Source: timbrel/GitSavvy git_savvy.py and other in-place reloaders of Sublime Text packages
    (randy3k/AutomaticPackageReloader, SublimeLinter) (matrix code N1).
Resets: every submodule that is imported now, in natural order; references to module objects stay good.
Cannot: empty the old namespaces: names that are gone, memos of a module's `__getattr__` and guards
    like `if "X" not in globals()` keep their old values. A package that became a module stays one.
"""

import importlib
import sys
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

API = 1


class OldModules:
    """A meta path finder and loader: the usual spec, the old module object, the usual code."""

    def __init__(self, modules: dict[str, ModuleType]) -> None:
        self.modules = modules
        self.loaders: dict[str, Any] = {}

    def find_spec(self, name: str, path: Any, target: ModuleType | None = None) -> ModuleSpec | None:
        if name not in self.modules:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            self.loaders[name], spec.loader = spec.loader, self
        return spec

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return self.modules.pop(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        loader = self.loaders.pop(module.__spec__.name)
        module.__spec__.loader = module.__loader__ = loader
        loader.exec_module(module)


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    top = sys.modules.get(addon.name)
    if top is not None:
        finder = OldModules(take_submodules(addon.name))
        sys.meta_path.insert(0, finder)
        try:
            importlib.reload(top)
        finally:
            sys.meta_path.remove(finder)
    host.enable(addon.name)


def take_submodules(name: str) -> dict[str, ModuleType]:
    """Those below the top module, out of `sys.modules` and out of their parents' namespaces."""
    keys = [key for key in sys.modules if key.startswith(name + ".")]
    taken = {key: sys.modules[key] for key in keys}
    for key in keys:
        name_of_parent, _, attribute = key.rpartition(".")
        parent = taken.get(name_of_parent) or sys.modules.get(name_of_parent)
        if parent is not None and vars(parent).get(attribute) is taken[key]:
            delattr(parent, attribute)
        del sys.modules[key]
    return taken
