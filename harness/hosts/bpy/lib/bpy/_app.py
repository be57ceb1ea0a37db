"""`bpy.app`: the application's facts and its registries of functions. Objects and no modules, as in
Blender, but importable by name.
"""
import sys as _sys
import tempfile as _tempfile

import bpy
import _bpy
import _bpy_application as _application


class persistent:
    """Marks a handler that stays when a document is read."""

    __slots__ = ()

    def __new__(cls, function):
        function._bpy_persistent = None
        return function


class _Handlers:
    """The lists of handlers, by event. The lists can be changed, what they are called cannot."""

    __slots__ = ()

    persistent = persistent

    def __getattr__(self, name):
        try:
            return _application.handlers[name]
        except KeyError:
            raise AttributeError("'bpy.app.handlers' object has no attribute '%s'" % name) from None

    def __setattr__(self, name, value):
        raise AttributeError("readonly attribute")

    def __dir__(self):
        return sorted(_application.handlers) + ["persistent"]


class _Timers:
    """Functions that the event loop calls; identity decides which one is meant."""

    __slots__ = ()

    def register(self, function, /, *ignored, **keywords):
        for name in keywords:
            if name not in ("first_interval", "persistent"):
                raise TypeError("'%s' is an invalid keyword argument for register()" % name)
        if not callable(function):
            raise TypeError("function is not callable")
        _application.timers.append(_application.Timer(
            function, float(keywords.get("first_interval", 0)), keywords.get("persistent", False)))

    def unregister(self, function, /):
        for timer in _application.timers:
            if timer.function is function:
                _application.timers.remove(timer)
                _bpy.note_removed("bpy.app.timers", function)
                return
        raise ValueError("Error: function is not registered")

    def is_registered(self, function, /):
        return any(timer.function is function for timer in _application.timers)

    def __dir__(self):
        return ["is_registered", "register", "unregister"]


class _Translations:
    """Dictionaries of messages, one for each module."""

    __slots__ = ()

    locale = "en_US"
    locales = ("en_US",)

    def register(self, module_name, translations_dict):
        if module_name in _application.translations:
            raise ValueError("bpy.app.translations.register: translations message cache already "
                             "contains some data for addon '%s'." % module_name)
        _application.translations[module_name] = translations_dict
        _bpy.note("bpy.app.translations", module_name)

    def unregister(self, module_name):
        _application.translations.pop(module_name, None)

    def pgettext(self, msgid, msgctxt=None):
        return msgid

    pgettext_iface = pgettext_tip = pgettext_data = pgettext


class _App:
    """Facts of the application that is worked alike."""

    version = _bpy.version()
    version_string = "%d.%d.%d" % version
    version_file = version[:2] + (6,)
    version_cycle = "release"
    version_char = ""
    background = True
    factory_startup = True
    binary_path = ""
    build_branch = b"afresh"
    build_hash = b"unknown"
    build_platform = b"Linux"
    debug = debug_events = debug_handlers = debug_wm = debug_depsgraph = False
    _debug_python = False
    debug_value = 0
    use_event_simulate = False
    is_job_running = staticmethod(lambda job_type: False)
    handlers = _Handlers()
    timers = _Timers()
    translations = _Translations()

    def __getattr__(self, name):
        raise AttributeError("'bpy.app' object has no attribute '%s'" % name)

    @property
    def debug_python(self):
        return self._debug_python

    @debug_python.setter
    def debug_python(self, value):
        self._debug_python = bool(value)
        _bpy.set_debug_python(self._debug_python)

    @property
    def tempdir(self):
        return _tempfile.gettempdir() + "/"

    @property
    def driver_namespace(self):
        return _application.driver_namespace


bpy.app = _App()
_application.driver_namespace["bpy"] = bpy
for _name in ("app", "app.handlers", "app.timers", "app.translations"):
    _object = bpy
    for _part in _name.split("."):
        _object = getattr(_object, _part)
    _sys.modules["bpy." + _name] = _object
del _name, _object, _part
