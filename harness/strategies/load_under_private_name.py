# SPDX-License-Identifier: MIT
"""Ditch the import statement: execute the add-on's files under a private name, another one each time.

Family: load by hand
In short: new name each time
Idea: a spec from the top file's path under a name with a counter, and with the folder as search path:
    relative imports then make submodules below that name, all of them new. Host disable for the old
    module; the new one is published under the add-on's name for the host, which enables it.
Source: errbotio/errbot plugin_info.py, mottosso/pyblish-base plugin.py, hexchat/hexchat plugins/python
    (a namespace of its own for each script), in its general form (matrix code L1).
Resets: all modules that are imported relatively, in new namespaces; a failure leaves the old ones alone.
Cannot: follow absolute imports of the add-on's own name, which find the first version's submodules.
    Every version stays in `sys.modules`, and classes and pickles say a name that nobody else knows.
"""

import importlib.util
import itertools
import os
import sys
from typing import Any

API = 1

counter = itertools.count(1)


def reload(host: Any, addon: Any) -> None:
    module = load(f"_{addon.name}_{next(counter)}", addon.directory)
    host.disable(addon.name)
    sys.modules[addon.name] = module
    host.enable(addon.name)


def load(name: str, directory: str) -> Any:
    if os.path.isdir(directory):
        file, folders = os.path.join(directory, "__init__.py"), [directory]
    else:
        file, folders = directory + ".py", None
    spec = importlib.util.spec_from_file_location(name, file, submodule_search_locations=folders)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
