# SPDX-License-Identifier: MIT
# One process of a trial: the stand-in host, and the steps that are played there.
# It is given a job as a JSON file, and writes what it saw as another one.

import ast
import atexit
import gc
import importlib
import io
import json
import re
import signal
import sys
import traceback
import types
import typing
import weakref
from typing import Any, Callable

from describe import Description, objects_of_library
from disk import Disk, Walk, load_strategy
from stand_in_host import Host, Refused, Restart, make_hostapi

DEADLINE_S = 60  # of one process


def names_bound_by(steps: list[str]) -> set[str]:
    code = "\n".join(step.removeprefix("python ") for step in steps if step.startswith("python "))
    names = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)]
    return {node.id for node in names if isinstance(node.ctx, ast.Store)}


class StepFailed(Exception):
    """A step of the case itself raised: an add-on as `adapt` has it is not as the case expects."""


def listed_exit_callbacks() -> list[Callable[..., Any]]:
    """What is called at the end. `atexit` shows nobody its list, so another one is kept beside it from now on."""
    callbacks: list[Callable[..., Any]] = []
    register, unregister = atexit.register, atexit.unregister

    def listed_register(function: Callable[..., Any], *args: Any, **keywords: Any) -> Callable[..., Any]:
        callbacks.append(function)
        return register(function, *args, **keywords)

    def listed_unregister(function: Callable[..., Any]) -> None:
        callbacks[:] = [one for one in callbacks if one != function]
        unregister(function)

    atexit.register, atexit.unregister = listed_register, listed_unregister
    return callbacks


class Process:
    def __init__(self, job: dict[str, Any]) -> None:
        self.job, self.case = job, job["case"]
        self.exit_callbacks = listed_exit_callbacks()
        api = make_hostapi(self.case["host"] == "lenient")
        sys.modules["hostapi"] = api
        for key in [key for key in sys.modules if key.startswith("afresh_strategy_")]:
            del sys.modules[key]  # Whoever forked this process has loaded it too.
        self.strategy = load_strategy(job["strategy"])
        # The disk is laid out already.
        self.walk = Walk(self.case, self.strategy["adapt"], Disk(job["root"], *job["disk"]))
        self.walk.versions = job["versions"]
        sys.path.insert(0, job["root"])
        self.host = Host(api, job["root"], self.case["addons"], job["order"])
        self.host.document.update(job["document"])
        # Of those that it imports too, as where all that ship are loaded.
        for module in [vars(one) for key, one in sys.modules.items() if key.startswith("afresh_strategy_")]:
            module.get("install", lambda host: None)(self.host)
        self.names: dict[str, Any] = {"hostapi": api, "sys": sys}
        self.held = names_bound_by(self.case["steps"])
        self.lost = self.held if job["start"] else set()
        self.checkpoints: list[dict[str, Any]] = []
        self.old: list[tuple[str, Any]] = []  # Of earlier versions: a path, and a weak reference to what was there.
        self.at_first = set(sys.modules)
        self.of_library = objects_of_library()

    def run(self) -> dict[str, Any]:
        if self.case["collector"] == "off":
            gc.disable()
        for name in self.job["imports"]:
            self.attempt(lambda: importlib.import_module(name))
        error = self.attempt(lambda: [self.host.enable(name) for name in self.job["enable"]])
        self.walk.disk.stamp()
        if self.job["start"]:
            self.checkpoint(self.job["start"] - 1, error=error)
        for index in range(self.job["start"], len(self.case["steps"])):
            word, _, rest = self.case["steps"][index].partition(" ")
            if self.job["only_expect"] and word != "expect":
                break
            try:
                getattr(self, "do_" + word)(index, rest)
            except Restart as restart:
                return {"checkpoints": self.checkpoints, "restart": self.successor(index, word, rest, restart)}
            except Refused as refusal:
                return {"checkpoints": self.checkpoints, "refused": str(refusal)}
            except StepFailed:
                break  # Nobody can say what comes of the rest.
            self.walk.disk.stamp()
        return {"checkpoints": self.checkpoints, "alive": self.alive()}

    def attempt(self, action: Callable[[], Any]) -> str:
        try:
            action()
        except Exception as error:
            return f"{type(error).__name__}: {error}"
        return ""

    def checkpoint(self, step: int, **seen: Any) -> None:
        of_library = [key for key in sys.modules if key.partition(".")[0] not in self.case["addons"]]
        self.checkpoints.append({
            "step": step, "error": "", "values": {}, "false": [], "harmed": [], "lost": [], "there": self.describe()[0],
            "versions": dict(self.walk.versions),
            "imports": [key for key in of_library if key not in self.at_first], **seen})

    def describe(self) -> tuple[dict[str, dict[str, str]], Description]:
        told = Description(self.job["root"], self.case["addons"], self.of_library)
        there = {"modules": told.modules(), "host": told.host(self.host.registries())}
        return {**there, "process": told.process(self.exit_callbacks)}, told

    def addon(self, name: str) -> types.SimpleNamespace:
        return types.SimpleNamespace(name=name, directory=self.job["root"] + "/" + name)

    def bound(self) -> dict[str, Any]:
        """The case's namespace, in which each add-on's current module is bound."""
        modules = {name: sys.modules[name] for name in self.case["addons"] if name in sys.modules}
        return {**self.names, **modules}

    def do_enable(self, index: int, name: str) -> None:
        is_first = name not in self.host.order
        error = self.attempt(lambda: self.host.enable(name))
        if not is_first:
            self.checkpoint(index, error=error)
        if error:
            raise StepFailed

    def do_edit(self, index: int, rest: str) -> None:
        self.walk.edit(*rest.split())

    def do_touch(self, index: int, rest: str) -> None:
        path, _, advance = rest.rpartition(" ") if re.search(r" \+\d+s$", rest) else (rest, "", "+2s")
        self.walk.touch(path, advance)

    def do_turn(self, index: int, rest: str) -> None:
        for timer in self.host.registries()["hostapi.timers"][:]:
            self.attempt(timer)

    def do_python(self, index: int, code: str) -> None:
        bound = self.bound()
        if self.attempt(lambda: exec(code, bound)):
            raise StepFailed
        self.names.update({name: bound[name] for name in self.held if name in bound})

    def do_set(self, index: int, rest: str) -> None:
        name, _, literal = rest.partition(" = ")
        self.host.document[name] = repr(ast.literal_eval(literal))

    def do_reload(self, index: int, name: str) -> None:
        self.watched(index, name, lambda: self.strategy["reload"](self.host, self.addon(name)))

    def do_disable(self, index: int, name: str) -> None:
        disable = self.strategy.get("disable", lambda host, addon: host.disable(addon.name))
        self.watched(index, name, lambda: disable(self.host, self.addon(name)))

    def watched(self, index: int, name: str, action: Callable[[], Any]) -> None:
        """What the strategy does to this add-on, and to all else."""
        concerned = [name]
        for known in concerned:
            concerned += [other for other in self.host.dependants(known) if other not in concerned]
        ours = {key for one in concerned for key in self.host.owned_modules(one, by="identity")}
        others = {key: module for key, module in sys.modules.items() if key not in ours}
        before, told = self.describe()
        self.remember(told)
        del told
        values = dict(self.host.document)
        error = self.attempt(action)
        self.checkpoint(index, error=error, before=before, harmed=[
            f"sys.modules['{key}'] was {'loaded again' if key in sys.modules else 'removed'}"
            for key, module in others.items() if sys.modules.get(key) is not module],
            lost=[path for path, value in values.items() if self.host.document.get(path) != value])

    def remember(self, told: Description) -> None:
        known = {id(reference()) for _, reference in self.old}
        self.old += [(told.first[id(one)], weakref.ref(one)) for one in told.met if id(one) not in known
                     and isinstance(one, (type, types.FunctionType)) and told.owns(one) and id(one) in told.first]

    def alive(self) -> list[str]:
        """What is of an earlier version, in use nowhere, and in memory all the same."""
        self.names.clear()
        for clear in typing._cleanups:  # A cache of CPython's, which it empties like this in its own tests.
            clear()
        while gc.collect():
            pass
        in_use = self.describe()[1].first
        return [path for path, reference in self.old if reference() is not None and id(reference()) not in in_use]

    def do_expect(self, index: int, expression: str) -> None:
        if not self.checkpoints:
            return
        tree = ast.parse(expression, mode="eval").body
        is_about_held = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} & self.held
        if is_about_held & self.lost:
            return  # A new process has no history.
        # What is on the left side of `demo.run() == …` is the behaviour.
        behaviour = ast.unparse(tree.left if isinstance(tree, ast.Compare) else tree)
        value = self.value_of(behaviour)
        if not is_about_held:
            self.checkpoints[-1]["values"][behaviour] = value
        if self.value_of(f"bool({expression})") != "True":
            self.checkpoints[-1]["false"].append([expression, behaviour, value, "live-objects" if is_about_held else ""])

    def value_of(self, expression: str) -> str:
        try:
            return repr(eval(expression, self.bound()))
        except Exception as error:
            return f"{type(error).__name__}: {error}"

    def successor(self, index: int, word: str, name: str, restart: Restart) -> dict[str, Any]:
        enabled, order, before = self.host.enabled(), self.host.order, self.describe()[0]
        wanted = {*enabled, name} if word == "reload" else {*enabled} - {name}
        for one in enabled:
            self.host.disable(one)
        kept = self.host.document if "document" in restart.args else {}
        return {"keep": restart.args, "had": self.host.document, "before": before,
                "job": {"start": index + 1, "enable": [one for one in order if one in wanted], "order": order,
                        "versions": self.walk.versions, "disk": self.walk.disk.state(), "document": kept}}


def play(job_file: str, answer_file: str) -> None:
    """All that a process of a trial does. What add-ons print is not part of it."""
    sys.dont_write_bytecode = False  # Bytecode of add-ons belongs to what is tried.
    sys.path.pop(0)  # Ours.
    sys.stdout = sys.stderr = io.StringIO()
    if hasattr(signal, "alarm"):
        signal.alarm(DEADLINE_S)
    with open(job_file) as file:
        job = json.load(file)
    try:
        answer = Process(job).run()
    except Exception:
        answer = {"trouble": traceback.format_exc()}  # Not the add-on's, and not the strategy's.
    with open(answer_file, "w") as file:
        json.dump(answer, file)


if __name__ == "__main__" and sys.argv[1:2] == ["--process"]:
    play(*sys.argv[2:])
    sys.exit(0)
