# SPDX-License-Identifier: MIT
"""Report success without touching anything.

Family: leave it loaded
In short: touch nothing
Idea: the strategy that every claim of a scenario must catch. Where this row passes, the scenario
    does not test what it says.
Source: tools that say "reloaded" while the old code runs on (errbotio/errbot#216, nvaccess/nvda#6697).
Resets: nothing.
Cannot: anything.
"""

from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    pass


def disable(host: Any, addon: Any) -> None:
    pass
