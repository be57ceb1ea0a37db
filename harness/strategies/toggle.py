# SPDX-License-Identifier: MIT
"""Switch the add-on off and on again, as with the check box in the preferences.

Family: leave it loaded
In short: off and on
Idea: disable, then enable. The host's import finds the module in `sys.modules` and takes it as it is,
    so the same module object registers again.
Source: what a user tries first (matrix code T1).
Resets: the registrations that the add-on itself makes in `register()` and undoes in `unregister()`.
Cannot: show any edit. No file is read again while the add-on's top module stays in `sys.modules`.
"""

from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    host.disable(addon.name)
    host.enable(addon.name)
