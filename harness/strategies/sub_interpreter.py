# SPDX-License-Identifier: MIT
"""Load each version of the add-on into an interpreter of its own within the process, and end the old one.

Family: load by hand
In short: interpreter of its own
Idea: a new interpreter has an empty `sys.modules` and new copies of the library: import the add-on
    there, and let the host call into it.
Source: scripts in WeeChat (weechat-python.c, `weechat_python_load`), add-ons in Kodi; PEP 684 and 734.
Resets: all modules of the add-on and of the library that it uses.
Cannot: be done where the host's own module lives in one interpreter, and where the host keeps objects of
    add-ons: nothing but plain data may pass from one interpreter to another. This really tries, and
    refuses with what it met (weechat/weechat#1740, xbmc/xbmc#17776: hosts that did not).
"""

import os
from typing import Any

try:
    import _interpreters as interpreters  # from 3.13
except ImportError:
    try:
        import _xxsubinterpreters as interpreters  # to 3.12
    except ImportError:
        interpreters = None

API = 1

LOAD = """
import sys
sys.dont_write_bytecode = True  # What is tried leaves nothing behind on disk.
sys.path.append({folder!r})
import {name}
"""


def reload(host: Any, addon: Any) -> None:
    host.refuse(why_not(addon))


def why_not(addon: Any) -> str:
    if interpreters is None:
        return "this Python can make no second interpreter"
    error = error_of_loading(addon)
    if error:
        return f"in another interpreter the add-on cannot be loaded: {error}"
    # It is alive over there; would the host get what it has to call?
    if not interpreters.is_shareable(reload):
        return "the add-on loads in another interpreter, but its functions and classes cannot be handed to the host"
    return "the add-on loads in another interpreter, but this host enables what is in its own `sys.modules`"


def error_of_loading(addon: Any) -> str:
    """What importing it in a new interpreter raised, which is empty when it did not."""
    made = interpreters.create()
    try:
        code = LOAD.format(folder=os.path.dirname(addon.directory), name=addon.name)
        failed = interpreters.run_string(made, code)  # Returned from 3.13 on, raised before.
        return "" if failed is None else str(failed.formatted)
    except RuntimeError as error:
        return str(error)
    finally:
        interpreters.destroy(made)
