# SPDX-License-Identifier: MIT
# The files of a trial: the add-on folder on disk, with a clock of its own, and the strategy's file.

import os
import re
import sys
import types
from typing import Any, Callable

FIRST_SECOND = 1_700_000_000  # of the logical clock; long past, so that no bytecode is too young
Files = dict[str, bytes]


class Disk:
    """The add-on folder and its modification times, moved on by a clock of its own."""

    def __init__(self, root: str, clock: int = FIRST_SECOND, seconds: dict[str, int] | None = None) -> None:
        self.root = root
        self.clock = clock
        self.seconds = seconds or {}  # of files and of folders, "" the root

    def state(self) -> list[Any]:
        return [self.clock, self.seconds]

    def change(self, old: Files, new: Files) -> None:
        for path in old.keys() - new.keys():
            os.remove(os.path.join(self.root, path))
            del self.seconds[path]
            self.mark_folders(path)
        for path, content in new.items():
            if old.get(path) == content:
                continue
            if path not in old:
                self.mark_folders(path)
            self.write(path, content)
            self.seconds[path] = self.clock

    def write(self, path: str, content: bytes) -> None:
        place = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "wb") as file:
            file.write(content)

    def mark_folders(self, path: str) -> None:
        """The listings that change with this file: its folder's, and of those made for it."""
        folder = os.path.dirname(path)
        self.seconds[folder] = self.clock
        while folder and not os.path.exists(os.path.join(self.root, folder)):
            folder = os.path.dirname(folder)
            self.seconds[folder] = self.clock

    def lay_out(self, files: Files) -> None:
        """These files and nothing else: no bytecode, nothing that a trial wrote."""
        for folder, folders, names in os.walk(self.root, topdown=False):
            for name in names:
                os.remove(os.path.join(folder, name))
            for name in folders:
                os.rmdir(os.path.join(folder, name))
        os.makedirs(self.root, exist_ok=True)
        for path, content in files.items():
            self.write(path, content)
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

    def __init__(self, case: dict[str, Any], adapt: Callable[..., Any], disk: Disk) -> None:
        self.case, self.adapt, self.disk = case, adapt, disk
        self.versions = dict.fromkeys(case["addons"], 1)

    def begin(self) -> "Walk":
        """Lays out the first version of every add-on."""
        self.disk.lay_out({})
        for addon in self.case["addons"]:
            self.disk.change({}, self.files(addon))
        self.disk.stamp()
        return self

    def files(self, addon: str) -> Files:
        """Those of its version, as the strategy's `adapt` rewrites what is text."""
        files = files_below(os.path.join(self.case["folder"], f"v{self.versions[addon]}"), addon)
        texts = {path: content.decode() for path, content in files.items() if is_text(content)}
        others = {path: content for path, content in files.items() if path not in texts}
        return others | {path: text.encode() for path, text in self.adapt(texts).items()}

    def all_files(self) -> Files:
        return {path: content for addon in self.case["addons"] for path, content in self.files(addon).items()}

    def edit(self, addon: str, version: str, advance: str = "+2s") -> None:
        self.disk.clock += int(advance[1:-1])
        old = self.files(addon)
        self.versions[addon] = int(version)
        self.disk.change(old, self.files(addon))
        self.disk.stamp()

    def touch(self, path: str, advance: str = "+2s") -> None:
        self.disk.clock += int(advance[1:-1])
        self.disk.seconds[path] = self.disk.clock


def files_below(folder: str, addon: str) -> Files:
    """`demo.py`, and what lies in `demo/`."""
    paths = [os.path.join(folder, addon + ".py")]
    for place, folders, names in os.walk(os.path.join(folder, addon)):
        folders[:] = [name for name in folders if name != "__pycache__"]
        paths += [os.path.join(place, name) for name in names]
    files = {}
    for path in filter(os.path.isfile, sorted(paths)):
        with open(path, "rb") as file:
            files[os.path.relpath(path, folder).replace(os.sep, "/")] = file.read()
    return files


def is_text(content: bytes) -> bool:
    try:
        return isinstance(content.decode(), str)
    except UnicodeDecodeError:
        return False


def load_strategy(path: str) -> dict[str, Any]:
    """The names of a strategy file, with an `adapt` that changes nothing where it has none."""
    folder, file_name = os.path.split(path)
    module = types.ModuleType("afresh_strategy_" + file_name.removesuffix(".py"))
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for name in re.findall(r"^(?:import|from) afresh_strategy_(\w+)", text, flags=re.MULTILINE):
        load_strategy(os.path.join(folder, name + ".py"))
    sys.modules[module.__name__] = module
    exec(compile(text, path, "exec"), vars(module))
    vars(module).setdefault("adapt", unchanged)
    return vars(module)


def unchanged(files: dict[str, str]) -> dict[str, str]:
    return files
