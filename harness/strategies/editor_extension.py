# SPDX-License-Identifier: MIT
"""Switch off, forget and switch on by Blender's own operators, from outside the add-on.

Family: forget and import again
In short: Blender's operators
Idea: what an editor sends into a running Blender when a file was saved: the operator that switches an
    add-on off, no key of `sys.modules` left at its name or below it, the operator that switches it on.
Source: JacquesLucke/blender_vscode, operators/addon_update.py (#158 has the dot).
Resets: all modules of the add-on, imported again in natural order into new namespaces.
Cannot: keep the add-on's preferences, which the first operator forgets; clean up after whoever switches
    the add-on off in Blender itself. Otherwise as purge-dotted. Only Blender has these operators.
"""

from typing import Any

from afresh_strategy_purge_dotted import purge

API = 1


def reload(host: Any, addon: Any) -> None:
    try:
        import bpy
    except ModuleNotFoundError:
        host.refuse("it works by operators of Blender's")
    bpy.ops.preferences.addon_disable(module=addon.name)
    purge(addon.name)
    bpy.ops.preferences.addon_enable(module=addon.name)
