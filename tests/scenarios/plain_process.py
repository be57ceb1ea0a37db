# SPDX-License-Identifier: MIT
"""One process of a trial in plain CPython: a host of a few lines, and the steps of a case.

Reads a job as JSON from standard input and writes what it saw as JSON to standard output. Started by
plain_cpython.py; `start` says at which step it takes over, `enable` what was enabled by then.
"""

import ast
import gc
import importlib
import io
import json
import pathlib
import sys
import types
from typing import Any, NoReturn

# Bytecode of add-ons belongs to what is tried; ours would only lie about in the source tree.
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.dont_write_bytecode = True
from plain_case import Case, Disk, Walk, load_strategy  # noqa: E402

sys.dont_write_bytecode = False
sys.path.pop(0)


def make_hostapi(is_lenient: bool) -> types.ModuleType:
    """The part of the host's interface that scenarios and strategies use."""
    api = types.ModuleType("hostapi")
    classes: list[type] = []
    api.ledger, api.owner = [], ""

    def note(registry: str, what: str) -> None:
        # While no `register()` runs, whoever calls: a module's own code.
        caller = sys._getframe(2).f_globals.get("__name__", "")
        owner = api.owner or caller.partition(".")[0]
        api.ledger.append({"registry": registry, "what": what, "owner": owner, "where": ""})

    class Operator: ...

    class Panel: ...

    class PropertyGroup: ...

    kinds = (Operator, Panel, PropertyGroup)

    def kind_of(cls: type) -> type:
        return next(kind for kind in kinds if issubclass(cls, kind))

    def refuse_dangling_pointers(cls: type) -> None:
        for name, value in cls.__dict__.get("__annotations__", {}).items():
            if isinstance(value, types.SimpleNamespace) and value.type not in classes:
                raise TypeError(f"register_class({cls.__name__}): '{name}' points at a class that is not registered")

    def register_class(cls: type) -> None:
        if cls in classes:
            raise ValueError(f"register_class({cls.__name__}): already registered")
        refuse_dangling_pointers(cls)
        taken = [c for c in classes if c.__name__ == cls.__name__ and kind_of(c) is kind_of(cls)]
        if taken and not is_lenient:
            raise ValueError(f"register_class({cls.__name__}): the name is already registered")
        if taken and kind_of(cls) is not PropertyGroup:
            classes.remove(taken[0])
        classes.append(cls)
        note("hostapi.classes", cls.__name__)

    def unregister_class(cls: type) -> None:
        classes.remove(cls)
        note("hostapi.classes removed", cls.__name__)

    def define_property(block: Any, name: str, value: Any) -> None:
        if hasattr(block, name) and not is_lenient:
            raise ValueError(f"define_property: '{name}' is already defined")
        setattr(block, name, value)
        note("hostapi.properties", f"{block.type}.{name}")

    def remove_property(block: Any, name: str) -> None:
        delattr(block, name)
        note("hostapi.properties removed", f"{block.type}.{name}")

    claims: list[str] = []

    def claim(name: str) -> None:
        if name in claims:
            raise RuntimeError(f"claim: '{name}' is already claimed")
        claims.append(name)
        note("hostapi.claims", name)

    def release(name: str) -> None:
        claims.remove(name)
        note("hostapi.claims removed", name)

    timers: list[Any] = []

    def add_timer(function: Any) -> None:
        timers.append(function)
        note("hostapi.timers", function.__name__)

    def remove_timer(function: Any) -> None:
        timers.remove(function)
        note("hostapi.timers removed", function.__name__)

    for kind in kinds:
        kind.__module__, kind.__qualname__ = "hostapi", kind.__name__
        setattr(api, kind.__name__, kind)
    api.register_class = register_class
    api.unregister_class = unregister_class
    api.is_registered = classes.__contains__
    api.find_class = lambda name: next((c for c in reversed(classes) if c.__name__ == name), None)
    api.Pointer = api.Collection = lambda type: types.SimpleNamespace(type=type)
    api.Int = api.Float = api.Bool = api.String = lambda default=None: default
    api.handlers, api.state = [], {}
    api.Scene, api.Object = types.SimpleNamespace(type="Scene"), types.SimpleNamespace(type="Object")
    api.claim, api.release = claim, release
    api.add_timer, api.remove_timer, api.timers = add_timer, remove_timer, lambda: list(timers)
    api.draw = lambda *args: None
    api.define_property = define_property
    api.remove_property = remove_property
    return api


def names_bound_by(steps: list[str]) -> set[str]:
    code = "\n".join(step.removeprefix("python ") for step in steps if step.startswith("python "))
    return {node.id for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


class Restart(BaseException):
    """A strategy asked for another process."""


class StepFailed(Exception):
    """A step of the case itself raised: an add-on as `adapt` has it is not as the case expects."""


class Refused(BaseException):
    """A strategy says that it cannot do this."""


class Host:
    """What a strategy is given (interface version 1, as much of it as those that ship use)."""

    def __init__(self, api: types.ModuleType, root: str, addons: list[str], order: list[str]) -> None:
        self.api, self.root, self.addons = api, root, addons
        self.order = list(order)
        self.on: set[str] = set()

    def enabled(self) -> list[str]:
        return [name for name in self.order if name in self.on]

    def is_enabled(self, name: str) -> bool:
        return name in self.on

    def enable(self, name: str) -> None:
        if name in self.on:
            return
        importlib.import_module(name)
        self.register(name)
        self.on.add(name)
        if name not in self.order:
            self.order.append(name)

    def disable(self, name: str) -> None:
        if name not in self.on:
            return
        self.on.discard(name)
        try:
            self.unregister(name)
        except Exception:
            pass  # The host goes on, whatever an add-on does.

    def register(self, name: str) -> None:
        self.call(name, "register")

    def unregister(self, name: str) -> None:
        self.call(name, "unregister")

    def call(self, name: str, function: str) -> None:
        outer, self.api.owner = self.api.owner, name
        try:
            getattr(sys.modules[name], function)()
        finally:
            self.api.owner = outer

    def owned_modules(self, name: str, by: str = "name") -> list[str]:
        named = [key for key in sys.modules if key == name or key.startswith(name + ".")]
        if by == "name":
            return named
        place = f"{self.root}/{name}"
        ours = [one for key, one in sys.modules.items()
                if key in named or str(getattr(one, "__file__", "")).startswith((place + "/", place + ".py"))]
        return [key for key, module in sys.modules.items() if any(module is one for one in ours)]

    def dependants(self, name: str) -> list[str]:
        of_it = set(self.owned_modules(name))
        return [other for other in self.addons if other != name and any(
            getattr(value, "__name__" if isinstance(value, types.ModuleType) else "__module__", None) in of_it
            for key in self.owned_modules(other) for value in vars(sys.modules[key]).values())]

    def files(self, name: str) -> list[str]:
        root = pathlib.Path(self.root)
        found = [path for path in (root / name).rglob("*") if path.is_file() and path.parent.name != "__pycache__"]
        return sorted(str(path) for path in [*found, root / (name + ".py")] if path.exists())

    def ledger(self, name: str) -> list[dict[str, str]]:
        return [row for row in self.api.ledger if row["owner"] == name]

    def refuse(self, reason: str) -> NoReturn:
        raise Refused(reason)

    def restart(self, keep: tuple[str, ...] = ()) -> NoReturn:
        raise Restart(*keep)


class Process:
    def __init__(self, job: dict[str, Any]) -> None:
        self.job = job
        self.case = Case(**job["case"])
        api = make_hostapi(self.case.is_lenient)
        sys.modules["hostapi"] = api
        self.strategy = load_strategy(pathlib.Path(job["strategy"]))
        # The disk is laid out already.
        disk = Disk(pathlib.Path(job["root"])).restore(job["disk"])
        self.walk = Walk(self.case, self.strategy["adapt"], disk)
        self.walk.generations = job["generations"]
        sys.path.insert(0, job["root"])
        self.host = Host(api, job["root"], self.case.addons, job["order"])
        # Of those that it imports too, as where all that ship are loaded.
        loaded = [vars(module) for key, module in sys.modules.items() if key.startswith("afresh_strategy_")]
        for names in [*loaded, self.strategy]:
            names.get("install", lambda host: None)(self.host)
        self.names: dict[str, Any] = {"hostapi": api, "sys": sys}
        self.checkpoints: list[dict[str, Any]] = []
        self.held = names_bound_by(self.case.steps)

    def run(self) -> dict[str, Any]:
        gc.disable()
        error = self.attempt(lambda: [self.host.enable(name) for name in self.job["enable"]])
        self.walk.disk.stamp()
        if self.job["arrived"]:
            self.checkpoint(self.job["start"] - 1, error)
        for index in range(self.job["start"], len(self.case.steps)):
            word, _, rest = self.case.steps[index].partition(" ")
            if self.job.get("only_expect") and word != "expect":
                break
            try:
                getattr(self, "do_" + word)(index, rest)
            except Restart as restart:
                return {"checkpoints": self.checkpoints, "restart": self.successor(index, word, rest, restart)}
            except (Refused, StepFailed):
                break  # Nobody can say what comes of the rest.
            self.walk.disk.stamp()
        return {"checkpoints": self.checkpoints}

    def attempt(self, action: Any) -> str:
        try:
            action()
        except Exception as error:
            return f"{type(error).__name__}: {error}"
        return ""

    def checkpoint(self, step: int, error: str) -> None:
        if self.case.steps[step].startswith("reload "):
            self.checkpoints.append({"step": step, "error": error, "values": {}})

    def addon(self, name: str) -> types.SimpleNamespace:
        return types.SimpleNamespace(name=name, directory=self.job["root"] + "/" + name)

    def bound(self) -> dict[str, Any]:
        """The case's namespace, in which each add-on's current module is bound."""
        modules = {name: sys.modules[name] for name in self.case.addons if name in sys.modules}
        return {**self.names, **modules}

    def do_enable(self, index: int, name: str) -> None:
        if self.attempt(lambda: self.host.enable(name)):
            raise StepFailed

    def do_edit(self, index: int, rest: str) -> None:
        self.walk.edit(*rest.split())

    def do_python(self, index: int, code: str) -> None:
        bound = self.bound()
        if self.attempt(lambda: exec(code, bound)):
            raise StepFailed
        self.names.update({name: bound[name] for name in self.held if name in bound})

    def do_set(self, index: int, rest: str) -> None:
        pass  # The document is not asked about here.

    def do_reload(self, index: int, name: str) -> None:
        self.checkpoint(index, self.attempt(lambda: self.strategy["reload"](self.host, self.addon(name))))

    def do_disable(self, index: int, name: str) -> None:
        disable = self.strategy.get("disable", lambda host, addon: host.disable(addon.name))
        self.attempt(lambda: disable(self.host, self.addon(name)))

    def do_expect(self, index: int, expression: str) -> None:
        if not self.checkpoints:
            return
        # What is on the left side of `demo.run() == …` is the behaviour; the case's opinion is not asked.
        tree = ast.parse(expression, mode="eval").body
        # A new process has no history: what asks a held object is not compared with one.
        if any(isinstance(node, ast.Name) and node.id in self.held for node in ast.walk(tree)):
            return
        behaviour = ast.unparse(tree.left if isinstance(tree, ast.Compare) else tree)
        try:
            value = repr(eval(behaviour, self.bound()))
        except Exception as error:
            value = f"{type(error).__name__}: {error}"
        self.checkpoints[-1]["values"][behaviour] = value

    def successor(self, index: int, word: str, name: str, restart: Restart) -> dict[str, Any]:
        wanted = set(self.host.enabled()) | {name} if word == "reload" else set(self.host.enabled()) - {name}
        order = self.host.order
        for enabled in self.host.enabled():
            self.host.disable(enabled)
        job = {"start": index + 1, "enable": [one for one in order if one in wanted], "order": order,
               "generations": self.walk.generations, "disk": self.walk.disk.state()}
        return {"keep": restart.args, "job": job}


if __name__ == "__main__":
    given = json.load(sys.stdin)
    # What add-ons print must not stand between the lines of the answer.
    answer, sys.stdout = sys.stdout, io.StringIO()
    json.dump(Process(given).run(), answer)
