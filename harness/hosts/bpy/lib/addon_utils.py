"""Switching add-ons on and off, step by step as Blender does it, with what each failure leaves.
Of its own faults those are kept that an add-on's author meets: only the package's file is looked at
for changes, only the package is forgotten after an error, and a persistent mark is never cleared.
What is otherwise from 4.2 on is marked `_IS_NEWER`.
"""
import os as _os
import sys as _sys

import _bpy
import _bpy_application as _application

error_encoding = False
error_duplicates = []
addons_fake_modules = {}

_OLDEST = (2, 80, 0)
_IS_NEWER = _bpy.version() >= (4, 2, 0)


def paths():
    """Folders that add-ons are looked for in."""
    import bpy
    return bpy.utils.script_paths(subdir="addons")


def _print_exception(_error):
    import traceback
    traceback.print_exc()


def _preferences_entry(module_name):
    return _bpy.preferences().addons.get(module_name)


def _addon_ensure(module_name):
    if _preferences_entry(module_name) is None:
        _bpy.preferences().addons.new().module = module_name


def _addon_remove(module_name):
    entry = _preferences_entry(module_name)
    while entry is not None:
        _bpy.preferences().addons.remove(entry)
        entry = _preferences_entry(module_name)


def _is_extension(module_name):
    return _IS_NEWER and module_name.startswith("bl_ext.")


def _initialize_extensions():
    """Two packages that are no files: all repositories, and the user's, whose folder has extensions."""
    import bpy
    import types
    everything = types.ModuleType("bl_ext")
    everything.__path__ = []
    repository = types.ModuleType("bl_ext.user_default")
    repository.__path__ = [_os.path.join(scripts, "addons", "bl_ext", "user_default")
                           for scripts in bpy.utils.script_paths(user_pref=False)]
    everything.user_default = repository
    for module in (everything, repository):
        _sys.modules[module.__name__] = module


def _installed():
    """Names of all that is there, add-ons before extensions."""
    import bpy.path
    for folder in paths():
        for name, _file in bpy.path.module_names(folder):
            yield name
    if _IS_NEWER:
        for folder in filter(_os.path.isdir, _sys.modules["bl_ext.user_default"].__path__):
            for name, _file in bpy.path.module_names(folder):
                yield "bl_ext.user_default." + name


def check(module_name):
    """Whether it is enabled in the preferences, and whether it is loaded and enabled."""
    is_default = _preferences_entry(module_name) is not None
    module = _sys.modules.get(module_name)
    if module is None:
        return is_default, False
    mark = getattr(module, "__addon_enabled__", Ellipsis)
    if mark is Ellipsis:
        print("Warning: addon-module", module_name, "found module but without '__addon_enabled__' "
              "field, possible name collision from file:", repr(getattr(module, "__file__", None)))
        return is_default, False
    if getattr(module, "__addon_persistent__", False):
        is_default = True
    return is_default, bool(mark)


def _check_newer(keywords, function):
    """What only newer versions take: whoever switches several at once looks at extensions himself."""
    for name in keywords:
        if not _IS_NEWER or name != "refresh_handled":
            raise TypeError("%s() got an unexpected keyword argument '%s'" % (function, name))


def enable(module_name, *, default_set=False, persistent=False, handle_error=None, **newer):
    """Imports an add-on, or reads its package's file again when that has changed, and calls its
    register(). Gives the module, or None where it could not be enabled."""
    import importlib

    _check_newer(newer, "enable")
    if handle_error is None:
        handle_error = _print_exception

    module = _sys.modules.get(module_name)
    if module is not None and (module.__file__ or not _IS_NEWER) and _os.path.exists(module.__file__):
        if getattr(module, "__addon_enabled__", False):
            try:
                module.unregister()
            except Exception as error:
                print("Exception in module unregister():",
                      repr(getattr(module, "__file__", module_name)))
                handle_error(error)
                return None
        module.__addon_enabled__ = False
        known, current = getattr(module, "__time__", 0), _os.path.getmtime(module.__file__)
        if known != current:
            print("module changed on disk:", repr(module.__file__), "reloading...")
            try:
                importlib.reload(module)
            except Exception as error:
                handle_error(error)
                del _sys.modules[module_name]
                return None
            module.__addon_enabled__ = False

    if default_set:
        _addon_ensure(module_name)

    with _bpy.library_module("bpy_restrict_state").RestrictBlend():
        try:
            # 3.4 takes the first part of a dotted name for the add-on.
            module = (importlib.import_module if _IS_NEWER else __import__)(module_name)
            if module.__file__ is None:
                # A folder without __init__.py; Blender makes the same error of it.
                raise ImportError(name=module_name)
            module.__time__ = _os.path.getmtime(module.__file__)
            module.__addon_enabled__ = False
        except Exception as error:
            if type(error) is ImportError and error.name == module_name:
                print("addon not loaded:", repr(module_name))
                print("cause:", str(error))
            else:
                handle_error(error)
            if default_set:
                _addon_remove(module_name)
            return None

        if not _IS_NEWER and module.bl_info.get("blender", (0, 0, 0)) < _OLDEST:
            return None
        if _is_extension(module_name):
            module.__dict__.pop("bl_info", None)  # Its manifest says what that said.

        _application.owner_id_set(module_name)
        try:
            module.register()
        except Exception as error:
            print("Exception in module register():", getattr(module, "__file__", module_name))
            handle_error(error)
            del _sys.modules[module_name]
            if default_set:
                _addon_remove(module_name)
            return None
        finally:
            _application.owner_id_set(None)

    module.__addon_enabled__ = True
    module.__addon_persistent__ = persistent
    return module


def disable(module_name, *, default_set=False, handle_error=None, **newer):
    """Marks an add-on off and calls its unregister(). Forgets nothing of it."""
    _check_newer(newer, "disable")
    if handle_error is None:
        handle_error = _print_exception
    module = _sys.modules.get(module_name)
    if module is not None and getattr(module, "__addon_enabled__", False) is not False:
        module.__addon_enabled__ = False
        if _IS_NEWER:
            module.__addon_persistent__ = False
        else:
            module.__addon_persistent = False
        try:
            module.unregister()
        except Exception as error:
            print("Exception in module unregister():",
                  repr(getattr(module, "__file__", module_name)))
            handle_error(error)
    else:
        is_loaded = module is not None
        if not _IS_NEWER:
            is_loaded = not is_loaded
        print("addon_utils.disable: %s not %s"
              % (module_name, "enabled" if is_loaded else "loaded"))
    if default_set:
        _addon_remove(module_name)


def disable_all():
    """Every enabled add-on, as Blender does when it ends."""
    for name, module in sorted(_sys.modules.items()):
        if getattr(module, "__addon_enabled__", False):
            disable(name)


def reset_all(*, reload_scripts=False):
    """Makes what is enabled match the preferences; with `reload_scripts` each add-on's own file is
    read again first, whatever its time."""
    import importlib
    for name in _installed():
        is_default, is_loaded = check(name)
        if reload_scripts:
            module = _sys.modules.get(name)
            if module is not None:
                print("reloading", name, "...")
                try:
                    importlib.reload(module)
                except Exception as error:
                    _print_exception(error)
        if is_default == is_loaded:
            continue
        if is_default:
            enable(name)
        else:
            disable(name)


class _FakeModule:
    """An add-on known by its text alone."""

    def __init__(self, name, file, bl_info, time):
        self.__name__, self.__file__ = name, file
        self.bl_info, self.__time__ = bl_info, time


def _bl_info_in(file):
    """The literal dictionary `bl_info` in a file's text, or None. Nothing of it is run."""
    import ast
    try:
        with open(file, encoding="utf-8") as source:
            tree = ast.parse(source.read(), file)
    except (OSError, SyntaxError, UnicodeError) as error:
        print("Error opening file:", repr(file), error)
        return None
    for statement in tree.body:
        if (isinstance(statement, ast.Assign) and len(statement.targets) == 1
                and getattr(statement.targets[0], "id", "") == "bl_info"):
            try:
                return ast.literal_eval(statement.value)
            except ValueError as error:
                _print_exception(error)
                print("AST error parsing bl_info for:", repr(file))
                return None
    return None


def modules_refresh(*, module_cache=addons_fake_modules):
    import bpy.path
    unseen = set(module_cache)
    for folder in paths():
        for name, file in bpy.path.module_names(folder):
            unseen.discard(name)
            time = _os.path.getmtime(file)
            known = module_cache.get(name)
            if known is not None and known.__time__ == time:
                continue
            if known is not None:
                print("reloading addon:", name, known.__time__, time, repr(file))
                del module_cache[name]
            bl_info = _bl_info_in(file)
            if bl_info is not None:
                module_cache[name] = _FakeModule(name, file, bl_info, time)
    for name in unseen:
        del module_cache[name]


def modules(*, module_cache=addons_fake_modules, refresh=True):
    if refresh or not module_cache:
        modules_refresh(module_cache=module_cache)
    found = list(module_cache.values())
    found.sort(key=lambda m: (m.bl_info.get("category", ""), m.bl_info.get("name", "")))
    return found


def module_bl_info(module, *, info_basis=None):
    """The add-on's facts with every field that Blender knows."""
    # An extension's manifest says what this says of an add-on; a test needs none of it.
    info = getattr(module, "bl_info", {}) if _IS_NEWER else module.bl_info
    if "_init" in info:
        return info
    defaults = info_basis or {
        "name": "", "author": "", "version": (), "blender": (), "location": "", "description": "",
        "doc_url": "", "support": 'COMMUNITY', "category": "", "warning": "",
        "show_expanded": False}
    for key, value in defaults.items():
        info.setdefault(key, value)
    if not info["name"]:
        info["name"] = module.__name__
    info["_init"] = None
    return info


if _IS_NEWER:
    _initialize_extensions()
