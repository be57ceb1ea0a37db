# SPDX-License-Identifier: MIT
"""Swap versions, then move objects that somebody still holds over to the new one.

Family: swap versions
In short: same; held ones follow
Idea: pair the old and the new version's modules, classes, functions and members of enumerations by
    module and qualified name. Instances get the new class; old functions get the new code, and their
    modules' namespaces the new names; in lists and dictionaries outside, the new object takes the
    place of the old. A function `__migrate__(old_namespace)` of the new add-on is called last.
Source: afresh's own, after the patchers: `update_instances` of IPython's autoreload, twisted.python.rebuild,
    CFSworks/limeade; but on a version that was loaded afresh.
Resets: as `generation-swap`.
Cannot: give old instances what only the new `__init__` sets, change their layout (`__slots__`), reach into
    tuples, closures, C structs and running generators, or pair what was renamed.
"""

import enum
import gc
import sys
import types
from typing import Any, Iterator

import afresh_strategy_generation_swap as generation_swap
import afresh_strategy_purge_and_sweep as sweep

API = 1

install = sweep.install
disable = sweep.disable

Pair = tuple[Any, Any]


def reload(host: Any, addon: Any) -> None:
    old = generation_swap.swap(host, addon)
    migrate(old, addon.name)
    del old
    sweep.collect()


def migrate(old: sweep.Modules, top: str) -> None:
    state = dict(vars(old[top])) if top in old else {}
    pairs: list[Pair] = []
    for key, module in old.items():
        if isinstance(module, types.ModuleType) and isinstance(sys.modules.get(key), types.ModuleType):
            pairs += pairs_of(module, sys.modules[key], module.__name__)
    for before, now in pairs:
        if isinstance(before, types.FunctionType):
            adopt_code(before, now)
        elif isinstance(before, type) and not issubclass(before, enum.Enum):
            adopt_instances(before, now)
    for before, now in pairs:
        if isinstance(before, types.ModuleType):
            vars(before).clear()  # Old functions look their globals up here.
            vars(before).update(vars(now))
    ours = {id(old), id(state), id(pairs)}
    for before, now in pairs:
        replace_in_containers(before, now, ours)
    if hasattr(sys.modules[top], "__migrate__"):
        sys.modules[top].__migrate__(state)


def pairs_of(before: Any, now: Any, module: str, met: frozenset[int] = frozenset()) -> Iterator[Pair]:
    """These two, and what both define under the same name, at any depth."""
    yield before, now
    if isinstance(before, types.FunctionType) or id(before) in met:
        return
    for name, one in list(vars(before).items()):
        one, other = function_of(one), function_of(vars(now).get(name))
        if isinstance(one, property) and isinstance(other, property):
            yield from ((f, g) for f, g in zip(accessors(one), accessors(other)) if f and g)
        elif isinstance(one, enum.Enum) and isinstance(other, enum.Enum) and type(one).__module__ == module:
            yield one, other
        elif isinstance(one, (type, types.FunctionType)) and type(one) is type(other) and one.__module__ == module:
            yield from pairs_of(one, other, module, met | {id(before)})


def function_of(value: Any) -> Any:
    return value.__func__ if isinstance(value, (staticmethod, classmethod)) else value


def accessors(one: property) -> tuple[Any, Any, Any]:
    return one.fget, one.fset, one.fdel


def adopt_code(before: types.FunctionType, now: types.FunctionType) -> None:
    if len(before.__code__.co_freevars) != len(now.__code__.co_freevars):
        return  # CPython refuses: the cells of the old one are its own.
    before.__code__ = now.__code__
    before.__defaults__, before.__kwdefaults__ = now.__defaults__, now.__kwdefaults__
    before.__doc__, before.__annotations__ = now.__doc__, now.__annotations__


def adopt_instances(before: type, now: type) -> None:
    for instance in gc.get_referrers(before):
        if type(instance) is before:
            try:
                object.__setattr__(instance, "__class__", now)
            except TypeError:
                return  # Another layout: they stay what they are.


def replace_in_containers(before: Any, now: Any, ours: set[int]) -> None:
    for holder in gc.get_referrers(before):
        if id(holder) in ours:
            continue
        # A class's own namespace is not written to behind its back.
        if type(holder) is dict and "__qualname__" not in holder and "__module__" not in holder:
            for key in [key for key, value in holder.items() if value is before]:
                holder[key] = now
        elif isinstance(holder, list):
            holder[:] = [now if one is before else one for one in holder]
