# SPDX-License-Identifier: MIT
"""Cases, and the folder that they are laid out in, for the trials in plain CPython.

Read by both plain_cpython.py and plain_process.py. Imports little: every process of a trial pays for it.
"""

import os
import pathlib
import re
import shutil
import sys
import types
from typing import Any

FIRST_SECOND = 1_700_000_000  # of the logical clock; long past, so that no bytecode is too young
Files = dict[str, str]


class Case:
    def __init__(self, name: str, addons: list[str], is_lenient: bool, steps: list[str],
                 generations: list[dict[str, str | None]]) -> None:
        self.name, self.addons, self.is_lenient, self.steps = name, addons, is_lenient, steps
        self.generations = generations  # path → content; None: deleted

    def files(self, addon: str, generation: int) -> Files:
        files: Files = {}
        for changes in self.generations[:generation]:
            for path, content in changes.items():
                if path.split("/")[0] not in (addon, addon + ".py"):
                    continue
                if content is None:
                    del files[path]
                else:
                    files[path] = content
        return files


def read_case(path: pathlib.Path) -> Case:
    """As much of the format as the scenarios use; stops at what it does not know."""
    header, _, rest = path.read_text().partition("\nsteps:\n")
    steps, *blocks = re.split(r"^-- (.*) --\n", rest, flags=re.MULTILINE)
    case = Case(path.stem, re.findall(r"^addon: (.*)$", header, re.MULTILINE), "\nhost: lenient" in header, [], [])
    lines = [line.strip() for line in steps.splitlines()]
    case.steps = unrolled([line for line in lines if line and not line.startswith("#")])
    for name, content in zip(blocks[::2], blocks[1::2]):
        match = re.fullmatch(r"(\d+)/(\S+)( deleted)?", name)
        if not match:
            raise SystemExit(f"{path}: cannot read '-- {name} --'")
        while len(case.generations) < int(match[1]):
            case.generations.append({})
        case.generations[-1][match[2]] = None if match[3] else content
    return case


def unrolled(lines: list[str]) -> list[str]:
    """The steps with every `repeat N … end` written out."""
    steps: list[str] = []
    while lines and lines[0] != "end":
        line = lines.pop(0)
        if not line.startswith("repeat "):
            steps.append(line)
            continue
        steps += int(line.removeprefix("repeat ")) * unrolled(lines)
        lines.pop(0)
    return steps


class Disk:
    """The add-on folder and its modification times, moved on by a clock of its own."""

    def __init__(self, root: pathlib.Path) -> None:
        self.root = root
        self.clock = FIRST_SECOND
        self.seconds: dict[str, int] = {}  # of files and of folders, "" the root

    def state(self) -> list[Any]:
        return [self.clock, self.seconds]

    def restore(self, state: list[Any]) -> "Disk":
        self.clock, self.seconds = state
        return self

    def change(self, old: Files, new: Files) -> None:
        for path in old.keys() - new.keys():
            (self.root / path).unlink()
            del self.seconds[path]
            self.mark_folders(path)
        for path, content in new.items():
            if old.get(path) == content:
                continue
            file = self.root / path
            if path not in old:
                self.mark_folders(path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content)
            self.seconds[path] = self.clock

    def mark_folders(self, path: str) -> None:
        """The listings that change with this file: its folder's, and of those made for it."""
        folder = os.path.dirname(path)
        self.seconds[folder] = self.clock
        while folder and not (self.root / folder).exists():
            folder = os.path.dirname(folder)
            self.seconds[folder] = self.clock

    def lay_out(self, files: Files) -> None:
        """These files and nothing else: no bytecode, nothing that a trial wrote."""
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir(parents=True)
        for path, content in files.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_text(content)
        self.stamp()

    def stamp(self) -> None:
        for folder, _, names in os.walk(self.root, topdown=False):
            relative = os.path.relpath(folder, self.root).removeprefix(".")
            for name in names:
                second = self.seconds.get(os.path.join(relative, name), self.clock)
                os.utime(os.path.join(folder, name), (second, second))
            second = self.seconds.get(relative, FIRST_SECOND)
            os.utime(folder, (second, second))


class Walk:
    """Goes through a case's steps as far as files and names are concerned."""

    def __init__(self, case: Case, adapt: Any, disk: Disk) -> None:
        self.case, self.adapt, self.disk = case, adapt, disk
        self.generations = dict.fromkeys(case.addons, 1)

    def begin(self) -> "Walk":
        """Lays out the first generation of every add-on."""
        self.disk.lay_out({})
        for addon in self.case.addons:
            self.disk.change({}, self.files(addon))
        self.disk.stamp()
        return self

    def files(self, addon: str) -> Files:
        return self.adapt(self.case.files(addon, self.generations[addon]))

    def all_files(self) -> Files:
        return {path: content for addon in self.case.addons for path, content in self.files(addon).items()}

    def edit(self, addon: str, generation: str, advance: str = "+2s") -> None:
        self.disk.clock += int(advance[1:-1])
        old = self.files(addon)
        self.generations[addon] = int(generation)
        self.disk.change(old, self.files(addon))
        self.disk.stamp()


def load_strategy(path: pathlib.Path) -> dict[str, Any]:
    """The names of a strategy file, with an `adapt` that changes nothing where it has none."""
    module = types.ModuleType("afresh_strategy_" + path.stem)
    text = path.read_text()
    for name in re.findall(r"^(?:import|from) afresh_strategy_(\w+)", text, flags=re.MULTILINE):
        load_strategy(path.with_name(name + ".py"))
    sys.modules[module.__name__] = module
    exec(compile(text, str(path), "exec"), vars(module))
    vars(module).setdefault("adapt", unchanged)
    return vars(module)


def unchanged(files: Files) -> Files:
    return files
