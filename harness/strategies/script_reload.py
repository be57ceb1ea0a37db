# SPDX-License-Identifier: MIT
"""Let Blender reload its scripts: every add-on off, each package's own file run again, every add-on on.

Family: reload in place
In short: tops of all add-ons
Idea: the menu entry "Reload Scripts". It disables what is enabled in the preferences, gives
    `importlib.reload` the top module of each add-on that was ever loaded, changed or not, and enables
    what the preferences name.
Source: Blender, bpy.utils.load_scripts(reload_scripts=True) and addon_utils.reset_all. The operator
    script.reload does this from a timer, which never comes in the background.
Resets: what the top files themselves define, in the same namespaces; the other add-ons' too.
Cannot: reload a submodule. An error is printed and the add-on stays off. Only Blender has this.
"""

from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    try:
        import bpy
    except ModuleNotFoundError:
        host.refuse("it is a function of Blender's")
    bpy.utils.load_scripts(reload_scripts=True)
