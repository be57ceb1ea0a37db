# SPDX-License-Identifier: MIT
"""Quit the process and start again from the files alone, without the old disk or document.

Family: start again
In short: quit; files alone stay
Idea: let nothing of the old process reach the new one, neither memory nor cached bytecode nor the
    user's document. This is what a fresh start means, and so the yardstick of every other row.
Source: reinstalling into an application that was closed; the reloaders of Werkzeug, Django and
    uvicorn, with hupper's care about bytecode (Pylons/hupper turns its writing off).
Resets: everything.
Cannot: keep anything: unsaved values, open windows and all other add-ons' state are gone too.
"""

from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    host.restart()


def disable(host: Any, addon: Any) -> None:
    # The old process could go on without the add-on, but not as if it had never been there.
    host.disable(addon.name)
    host.restart()
