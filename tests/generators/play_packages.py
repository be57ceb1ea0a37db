# SPDX-License-Identifier: MIT
"""Plays generated packages in plain Python: python3 -I play_packages.py HERE FOLDER.

FOLDER has a folder for each case, with the files of each version in `1`, `2`, … and what its
probe returns in `1.expected`, …. Each version is loaded twice: in a fork of this process that
has never seen a package (a fresh start), and here, after a purge of the one before. Both must give
what the model says, and both must look the same. After the last purge nothing of it may be alive.
"""

import ast
import gc
import importlib
import os
import shutil
import sys
import types
import weakref
from pathlib import Path

HERE, FOLDER = sys.argv[1:]
LIVE = Path(FOLDER) / "live"
sys.dont_write_bytecode = True
sys.path[:0] = [str(LIVE), HERE, str(Path(HERE) / "stub")]

# The libraries that packages use are loaded before any fork, so that every load finds them there.
import dataclasses, enum, typing  # noqa: E401

import hostapi
from describe import describe, modules_of


def versions_of(case):
    return sorted((p for p in case.iterdir() if p.is_dir()), key=lambda p: int(p.name))


def lay_out(version):
    shutil.rmtree(LIVE, ignore_errors=True)
    shutil.copytree(version, LIVE)
    for path in LIVE.rglob("*.py"):
        compile(path.read_text(), str(path), "exec")
    importlib.invalidate_caches()


def enable(version):
    """Loads what is laid out; gives the module and what it looks like."""
    addon = next(LIVE.iterdir()).name.removesuffix(".py")
    module = importlib.import_module(addon)
    module.register()
    looks = describe(addon, hostapi.registered())
    expected = version.with_suffix(".expected").read_text()
    got = repr(module.probe())
    if got != expected or module.probe() != ast.literal_eval(expected):
        raise AssertionError(f"{version}: probe() gave {got}, expected {expected}")
    return module, looks


def disable_and_purge(module):
    module.unregister()
    if any(hostapi.registered()):
        raise AssertionError(f"{module.__name__} left {hostapi.registered()}")
    for key in modules_of(module.__name__):
        del sys.modules[key]
    gc.collect()


def watch(addon):
    """Weak references to the modules, functions and classes of the add-on."""
    watched = []
    for key in modules_of(addon):
        watched.append(weakref.ref(sys.modules[key]))
        for value in vars(sys.modules[key]).values():
            if isinstance(value, (type, types.FunctionType)) and value.__module__ == key:
                watched.append(weakref.ref(value))
    return watched


def look_fresh(version):
    """What the version looks like in a fork of this process."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        status = 1
        try:
            lay_out(version)
            with os.fdopen(writing, "w") as out:
                out.write(enable(version)[1])
            status = 0
        except BaseException as error:
            print(f"{version} afresh: {error!r}", flush=True)
        os._exit(status)
    os.close(writing)
    with os.fdopen(reading) as coming:
        looks = coming.read()
    if os.waitpid(child, 0)[1] != 0:
        raise SystemExit(1)
    return looks


def play(case, fresh_looks):
    for version in versions_of(case):
        lay_out(version)
        module, looks = enable(version)
        if looks != fresh_looks[version]:
            for here, fresh in zip(looks.splitlines(), fresh_looks[version].splitlines()):
                if here != fresh:
                    raise AssertionError(f"{version}: {here!r}, but afresh {fresh!r}")
            raise AssertionError(f"{version}: more or less than afresh")
        watched = watch(module.__name__)
        disable_and_purge(module)
        del module
        gc.collect()
        alive = [w() for w in watched if w() is not None]
        if alive:
            raise AssertionError(f"{version}: alive after the purge: {alive}")


cases = sorted(p for p in Path(FOLDER).iterdir() if p.is_dir() and p != LIVE)
looks = {g: look_fresh(g) for case in cases for g in versions_of(case)}
for case in cases:
    play(case, looks)
size = sum(map(len, looks.values()))
print(f"{len(cases)} cases, {len(looks)} versions, {size} bytes compared")
