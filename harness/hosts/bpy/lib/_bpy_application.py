"""What the embedded Blender keeps besides types and the document: whom a registration belongs to,
handlers, timers, message subscriptions, drivers' names. Its registries are plain lists and
dictionaries, which a snapshot reads as they are. Not for add-ons.
"""
import builtins
import math

import _bpy

# The add-on whose register() the application is calling, as Blender calls it: an owner id.
owner_id = None

timers = []  # of Timer
subscriptions = []  # of Subscription
draw_handlers = []  # of DrawHandler
translations = {}  # module name -> dictionary


class Timer:
    __slots__ = ("function", "interval", "is_persistent", "owner")

    def __init__(self, function, interval, is_persistent):
        self.function, self.interval, self.is_persistent = function, interval, is_persistent
        self.owner = _bpy.note("bpy.app.timers", function)


class Subscription:
    __slots__ = ("key", "owner_object", "args", "notify", "is_persistent", "owner")

    def __init__(self, key, owner_object, args, notify, is_persistent):
        self.key, self.owner_object, self.args, self.notify = key, owner_object, args, notify
        self.is_persistent = is_persistent
        self.owner = _bpy.note("bpy.msgbus", notify)


class DrawHandler:
    __slots__ = ("space", "function", "args", "region", "event", "handle", "owner")

    def __init__(self, space, function, args, region, event, handle):
        self.space, self.function, self.args = space, function, args
        self.region, self.event, self.handle = region, event, handle
        self.owner = _bpy.note("bpy.draw_handlers", function)


class HandlerList(list):
    """A list of handlers: what is done to it is noted, and otherwise it is as any list."""

    __slots__ = ("_probe",)

    def __init__(self, event):
        super().__init__()
        self._probe = "bpy.app.handlers." + event

    def append(self, function):
        super().append(function)
        _bpy.note(self._probe, function)

    def insert(self, index, function):
        super().insert(index, function)
        _bpy.note(self._probe, function)

    def extend(self, functions):
        functions = list(functions)
        super().extend(functions)
        for function in functions:
            _bpy.note(self._probe, function)

    def remove(self, function):
        super().remove(function)
        _bpy.note_removed(self._probe, function)


def owner_id_get():
    return owner_id


def owner_id_set(name):
    global owner_id
    owner_id = name
    _bpy.set_owner(name)


_bpy._bl_owner_id_get = owner_id_get
_bpy._bl_owner_id_set = owner_id_set

HANDLERS = (
    "annotation_post", "annotation_pre", "composite_cancel", "composite_post", "composite_pre",
    "depsgraph_update_post", "depsgraph_update_pre", "frame_change_post", "frame_change_pre",
    "load_factory_preferences_post", "load_factory_startup_post", "load_post", "load_pre",
    "object_bake_cancel", "object_bake_complete", "object_bake_pre", "redo_post", "redo_pre",
    "render_cancel", "render_complete", "render_init", "render_post", "render_pre", "render_stats",
    "render_write", "save_post", "save_pre", "undo_post", "undo_pre", "version_update",
    "xr_session_start_pre")

handlers = {name: HandlerList(name) for name in HANDLERS}


def _own_handler(*_args):
    """Blender has handlers of its own in three lists from the start."""


_own_handler._bpy_persistent = None
for _name in ("load_pre", "load_post", "version_update"):
    handlers[_name].append(_own_handler)
del _name


def new_driver_namespace():
    """As Blender's: builtins that an expression may use, the functions of math, and bpy."""
    names = {"__builtins__": builtins, "bpy": None}
    names.update((n, getattr(math, n)) for n in dir(math) if not n.startswith("_"))
    return names


driver_namespace = new_driver_namespace()


def print_exception():
    """A callback's exception is printed and remembered, as PyErr_Print does."""
    import sys
    import traceback
    sys.last_type, sys.last_value, sys.last_traceback = sys.exc_info()
    traceback.print_exc()


def run_handlers(name, *args):
    """Calls each in turn; one that is added or removed meanwhile counts as in a C loop by index."""
    functions = handlers[name]
    index = 0
    while index < len(functions):
        try:
            functions[index](*args)
        except Exception:
            print_exception()
        index += 1


def turn():
    """One turn of the event loop: each timer that was there when it began runs once."""
    for timer in list(timers):
        if timer not in timers:
            continue
        try:
            interval = timer.function()
        except Exception:
            print_exception()
            interval = None
        if interval is None:
            if timer in timers:
                timers.remove(timer)
        else:
            timer.interval = float(interval)


def publish(key):
    """Calls the subscribers of a property's change."""
    for each in [s for s in subscriptions if s.key == key]:
        try:
            each.notify(*each.args)
        except Exception:
            print_exception()


def drop_unpersistent():
    """What a new document does to registrations that are not marked as persistent."""
    for functions in handlers.values():
        functions[:] = [f for f in functions if hasattr(f, "_bpy_persistent")]
    timers[:] = [t for t in timers if t.is_persistent]
    subscriptions.clear()
    global driver_namespace
    driver_namespace = new_driver_namespace()


def save_document(filepath):
    run_handlers("save_pre", filepath)
    with open(filepath, "wb") as file:
        file.write(_bpy.save_document())
    run_handlers("save_post", filepath)


def open_document(filepath):
    with open(filepath, "rb") as file:
        document = file.read()
    run_handlers("load_pre", filepath)
    drop_unpersistent()
    _bpy.load_document(document)
    run_handlers("load_post", filepath)


def read_factory_document():
    run_handlers("load_pre", "")
    drop_unpersistent()
    _bpy.read_factory()
    run_handlers("load_factory_startup_post", "")
    run_handlers("load_post", "")


def _comes_from(thing, addon):
    """Whether a callable says that it comes from one of an add-on's modules."""
    thing = getattr(thing, "func", getattr(thing, "__func__", thing))
    module = getattr(thing, "__module__", None) or ""
    return module == addon or module.startswith(addon + ".")


def take_back(addon):
    """What these registries still hold of an add-on."""
    for functions in handlers.values():
        for function in [f for f in functions if _comes_from(f, addon)]:
            functions.remove(function)
    for entries, attribute in ((timers, "function"), (subscriptions, "notify"),
                               (draw_handlers, "function")):
        entries[:] = [e for e in entries if e.owner != addon
                      and not _comes_from(getattr(e, attribute), addon)]
    for names in (translations, driver_namespace):
        for name in [n for n, value in names.items() if n == addon or _comes_from(value, addon)]:
            del names[name]
    import bpy.types
    for cls in bpy.types._own_classes.values():
        functions = getattr(getattr(cls, "draw", None), "_draw_funcs", [])
        functions[:] = [f for f in functions if not _comes_from(f, addon)]
