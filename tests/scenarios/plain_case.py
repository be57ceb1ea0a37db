# SPDX-License-Identifier: MIT
"""Cases for the trials in plain CPython, read without anything of afresh."""

import pathlib
import re
import sys
from typing import Any

sys.dont_write_bytecode = True
Versions = list[dict[str, str | None]]  # of each what it changes: path → content; None: deleted


def read_case(path: pathlib.Path) -> tuple[dict[str, Any], Versions]:
    """As much of the format as the scenarios use; stops at what it does not know. The case as `repro.py` has it."""
    header, _, rest = path.read_text().partition("\nsteps:\n")
    steps, *blocks = re.split(r"^-- (.*) --\n", rest, flags=re.MULTILINE)
    lines = [line.strip() for line in steps.splitlines()]
    versions: Versions = []
    for name, content in zip(blocks[::2], blocks[1::2]):
        match = re.fullmatch(r"(\d+)/(\S+)( deleted)?", name)
        if not match:
            raise SystemExit(f"{path}: cannot read '-- {name} --'")
        while len(versions) < int(match[1]):
            versions.append({})
        versions[-1][match[2]] = None if match[3] else content
    case = {"name": path.stem, "addons": re.findall(r"^addon: (.*)$", header, re.MULTILINE),
            "host": "lenient" if "\nhost: lenient" in header else "strict", "collector": "off",
            "steps": [line for line in lines if line and not line.startswith("#")]}
    return case, versions


def write_versions(versions: Versions, folder: pathlib.Path) -> None:
    """Each as a folder of all its files: `v1`, `v2`, …"""
    files: dict[str, str] = {}
    for number, changes in enumerate(versions, 1):
        for path, content in changes.items():
            if content is None:
                del files[path]
            else:
                files[path] = content
        for path, content in files.items():
            file = folder / f"v{number}" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content)
