# SPDX-License-Identifier: MIT
# The stand-in host: an application with add-ons, in a few lines. `import hostapi` is what its add-ons see of it, and
# `Host` what a way of reloading is given (interface version 1 of afresh's strategies).

import importlib
import os
import sys
import types
from typing import Any, NoReturn


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
    api._take_back = {"classes": unregister_class, "claims": release, "timers": remove_timer}
    api._registries = {"classes": classes, "timers": timers, "claims": claims}
    return api


class Restart(BaseException):
    """A strategy asked for another process."""


class Refused(BaseException):
    """A strategy says that it cannot do this."""


class Host:
    """What a strategy is given (interface version 1, as much of it as those that ship use)."""

    def __init__(self, api: types.ModuleType, root: str, addons: list[str], order: list[str]) -> None:
        self.api, self.root, self.addons = api, root, addons
        self.order = list(order)
        self.on: set[str] = set()
        self.document: dict[str, Any] = {}  # What the user set, apart from what defines it.

    def registries(self) -> dict[str, Any]:
        """What add-ons have registered, by the name that it goes under in an answer."""
        named = {"handlers": self.api.handlers, "state": self.api.state, **self.api._registries}
        for block in (self.api.Scene, self.api.Object):
            named[block.type] = {name: value for name, value in vars(block).items() if name != "type"}
        return {f"hostapi.{name}": registry for name, registry in named.items()}

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
        found = [os.path.join(self.root, name + ".py")]
        for folder, _, names in os.walk(os.path.join(self.root, name)):
            found += [os.path.join(folder, file) for file in names if os.path.basename(folder) != "__pycache__"]
        return sorted(filter(os.path.isfile, found))

    def ledger(self, name: str) -> list[dict[str, str]]:
        return [row for row in self.api.ledger if row["owner"] == name]

    def take_back(self, name: str) -> None:
        """What the ledger has of an add-on as added more often than as removed, the newest first."""
        left: dict[tuple[str, str], int] = {}
        for row in self.ledger(name):
            registry, is_removal, _ = row["registry"].removeprefix("hostapi.").partition(" removed")
            key = registry, row["what"]
            left[key] = left.get(key, 0) + (-1 if is_removal else 1)
        for (registry, what), count in reversed(left.items()):
            if registry == "properties" and count > 0:
                block, _, attribute = what.partition(".")
                self.api.remove_property(getattr(self.api, block), attribute)
            for one in [one for one in self.api._registries.get(registry, ()) if count > 0
                        and getattr(one, "__name__", one) == what][-count:]:
                self.api._take_back[registry](one)

    def refuse(self, reason: str) -> NoReturn:
        raise Refused(reason)

    def restart(self, keep: tuple[str, ...] = ()) -> NoReturn:
        raise Restart(*keep)
