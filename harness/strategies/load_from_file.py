# SPDX-License-Identifier: MIT
"""Ditch the import statement: execute the add-on's top file into a new module under the old name.

Family: load by hand
In short: top file, same name
Idea: host disable; make a spec from the file's path, a new module from the spec, publish it in
    `sys.modules`, execute it; host enable finds it there.
Source: the recipe "Importing a source file directly" of CPython's documentation of importlib; file
    plug-ins of sopel-irc/sopel; custom nodes of ComfyUI.
Resets: what the top file itself defines, in a new namespace.
Cannot: reach submodules: their import statements, relative or not, find the old ones in `sys.modules`.
    A file that raises leaves its half-made module there, and the old one is gone.
"""

import importlib.util
import os
import sys
from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    load(addon.name, addon.directory)
    host.enable(addon.name)


def load(name: str, directory: str) -> None:
    if os.path.isdir(directory):
        file, folders = os.path.join(directory, "__init__.py"), [directory]
    else:
        file, folders = directory + ".py", None
    spec = importlib.util.spec_from_file_location(name, file, submodule_search_locations=folders)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
