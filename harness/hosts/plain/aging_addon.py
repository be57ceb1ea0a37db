# SPDX-License-Identifier: MIT
# The add-on by which the plain host ages a process: it registers one of everything and takes it back.

import collections.abc, concurrent.futures, enum, functools, itertools, threading
import hostapi as H

class Colour(enum.Enum):
    RED = 1

class Group(H.PropertyGroup):
    size: H.Int(default=1)

class Work(H.Operator):
    pass

@functools.singledispatch
def show(value): return 'any'

@show.register
def _(value: Colour): return 'colour'

WORKERS = [threading.Thread(target=print) for _ in range(3)]
POOLS = [concurrent.futures.ThreadPoolExecutor() for _ in range(2)]
CLASSES = (Group, Work)
# Counted, and part of what every dispatcher with an ABC remembers.
collections.abc.Sized.register(Work)

def tick(): return None

def register():
    for cls in CLASSES: H.register_class(cls)
    H.handlers.append(tick)
    H.add_timer(tick)

def unregister():
    H.remove_timer(tick)
    H.handlers.remove(tick)
    for cls in reversed(CLASSES): H.unregister_class(cls)
