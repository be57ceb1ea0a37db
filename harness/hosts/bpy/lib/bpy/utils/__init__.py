"""`bpy.utils`: registering classes, and finding and running scripts."""
import os as _os
import sys as _sys

import _bpy
from _bpy import register_class, unregister_class

_IS_NEWER = _bpy.version() >= (4, 2, 0)
_manual_map = []


def _builtin_manual():
    return ("https://docs.blender.org/manual/en/%d.%d/" % _bpy.version()[:2], ())


register_manual_map = _manual_map.append
unregister_manual_map = _manual_map.remove
register_manual_map(_builtin_manual)


def manual_map():
    return iter([f() for f in reversed(_manual_map)])


def script_path_user():
    return _bpy.user_scripts()


def script_path_pref():
    path = _bpy.preferences().filepaths.script_directory
    return _os.path.normpath(path) if path else None


def script_paths(*, subdir=None, user_pref=True, check_all=False, use_user=True):
    """Folders with scripts, or their subfolder; only those that are there."""
    found = []
    for base in (script_path_user(), script_path_pref() if user_pref else None):
        if base is None:
            continue
        path = _os.path.join(base, subdir) if subdir else base
        if _os.path.isdir(path) and path not in found:
            found.append(path)
    return found


def refresh_script_paths():
    """Puts the folders of add-ons and modules at the end of `sys.path`, once each."""
    for base in script_paths():
        for part in ("addons", "modules"):
            path = _os.path.join(base, part)
            if _os.path.isdir(path) and path not in _sys.path:
                _sys.path.append(path)


def user_resource(resource_type, *, path="", create=False):
    import tempfile
    full = _os.path.join(tempfile.gettempdir(), resource_type.lower(), path)
    if create:
        _os.makedirs(full, exist_ok=True)
    return full


def system_resource(resource_type, *, path=""):
    """Where Blender itself is installed: nowhere."""
    return ""


def resource_path(type, major=_bpy.version()[0], minor=_bpy.version()[1]):
    return user_resource(type)


def register_classes_factory(classes):
    """Two functions that register a sequence of classes, and unregister it in reverse."""
    def register():
        for cls in classes:
            register_class(cls)

    def unregister():
        for cls in reversed(classes):
            unregister_class(cls)

    return register, unregister


def register_submodule_factory(module_name, submodule_names):
    """Two functions that import and register submodules, and unregister and forget them. Before 4.2
    forgetting goes wrong where the package is in another one."""
    module = None
    submodules = []

    def register():
        nonlocal module
        module = __import__(name=module_name, fromlist=submodule_names)
        submodules[:] = [getattr(module, name) for name in submodule_names]
        for submodule in submodules:
            submodule.register()

    def unregister():
        for submodule in reversed(submodules):
            submodule.unregister()
            name = submodule.__name__
            name = name.rpartition(".")[2] if _IS_NEWER else name.partition(".")[2]
            if name not in vars(module):
                raise AttributeError("'module' object has no attribute '%s'" % name)
            delattr(module, name)
            del _sys.modules[submodule.__name__]
        submodules.clear()

    return register, unregister


def load_scripts(*, reload_scripts=False, refresh_scripts=False):
    """Puts script folders on the path; with `reload_scripts` everything that is enabled is
    switched off, read again and switched on, each package by its own file alone."""
    import addon_utils
    if reload_scripts:
        for addon in list(_bpy.preferences().addons):
            addon_utils.disable(addon.module)
    refresh_script_paths()
    if reload_scripts:
        addon_utils.reset_all(reload_scripts=True)
    else:
        for addon in list(_bpy.preferences().addons):
            addon_utils.enable(addon.module)


def modules_from_path(path, loaded_modules):
    """Imports each module of a folder that is not in a set of names."""
    import bpy.path
    found = []
    for name, _file in bpy.path.module_names(path):
        if name not in loaded_modules:
            found.append(__import__(name))
    return found


def register_tool(tool_cls, *, after=None, separator=False, group=False):
    if getattr(tool_cls, "_bl_tool", None) is not None:
        raise Exception("Tool %r already registered!" % tool_cls.bl_idname)
    tool_cls._bl_tool = (tool_cls.bl_idname, after, separator, group)


def unregister_tool(tool_cls):
    if getattr(tool_cls, "_bl_tool", None) is None:
        raise AttributeError("type object '%s' has no attribute '_bl_tool'" % tool_cls.__name__)
    del tool_cls._bl_tool


def keyconfig_init():
    pass


def escape_identifier(text):
    return text.replace("\\", "\\\\").replace('"', '\\"')


def unescape_identifier(text):
    return text.replace('\\"', '"').replace("\\\\", "\\")
