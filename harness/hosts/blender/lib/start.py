# SPDX-License-Identifier: MIT
"""Makes the Blender of this interpreter ready, before any add-on is imported. Not for add-ons.

`start(scratch, addons, expected)` gives what the C++ part must know, as a dictionary.
"""
import os
import sys


def _set_folders(scratch, addons):
    """Blender reads and writes below these folders only, whatever the user has set."""
    base = os.path.join(scratch, "blender")
    os.environ.update({
        "BLENDER_USER_RESOURCES": os.path.join(base, "user"),
        # The folder of the extension bl_ext.user_default.ID is addons/bl_ext/user_default/ID.
        "BLENDER_USER_EXTENSIONS": os.path.join(addons, "bl_ext"),
        "XDG_CACHE_HOME": os.path.join(base, "cache"),
        "XDG_CONFIG_HOME": os.path.join(base, "config"),
        # Threads of numpy's, which a forked process would not have.
        "OMP_NUM_THREADS": "1"})
    for name in ("BLENDER_USER_CONFIG", "BLENDER_USER_DATAFILES"):
        os.environ.pop(name, None)
    # The user's folder of add-ons is SCRIPTS/addons: where Blender looks for those that it reloads.
    os.environ["BLENDER_USER_SCRIPTS"] = os.path.dirname(addons)
    os.environ.setdefault("HOME", base)
    os.environ.setdefault("TMPDIR", base)
    for name in ("HOME", "TMPDIR"):
        os.makedirs(os.environ[name], exist_ok=True)


def _check_version(bpy, expected):
    if bpy.app.version[:2] != expected:
        raise RuntimeError("the module bpy here is Blender %d.%d.%d, and Blender %d.%d was asked for"
                           % (*bpy.app.version, *expected))


def _import(expected):
    import bpy
    _check_version(bpy, expected)
    import addon_utils
    # Wheels have two modules of this name. Only the one that Blender's own scripts hold gets the
    # restricted context while an add-on is being enabled.
    sys.modules["bpy"] = addon_utils._bpy
    return addon_utils._bpy, addon_utils


def _handler_lists(bpy):
    handlers = bpy.app.handlers
    lists = {name: getattr(handlers, name) for name in dir(handlers)}
    return {name: each for name, each in lists.items() if type(each) is list}


def _is_below(name, packages):
    return any(name == package or name.startswith(package + ".") for package in packages)


def _switch_default_addons_off(bpy, addon_utils):
    """As a Blender in which the user has switched all off: an add-on that ships with it is an add-on
    like any other then, which is imported when it is enabled."""
    names = [addon.module for addon in bpy.context.preferences.addons]
    options = {"refresh_handled": True} if bpy.app.version >= (4, 2) else {}
    for name in names:
        addon_utils.disable(name, default_set=True, **options)
    addon_utils.disable_all()
    for name in [name for name in sys.modules if _is_below(name, names)]:
        del sys.modules[name]
    _remove_leftovers(bpy, names)


def _all_below(cls):
    for each in cls.__subclasses__():
        yield each
        yield from _all_below(each)


def _remove_leftovers(bpy, names):
    """Not all of them take back all that they registered."""
    for functions in _handler_lists(bpy).values():
        functions[:] = [each for each in functions if not _is_below(each.__module__, names)]
    for base in (bpy.types.Menu, bpy.types.Panel, bpy.types.Header, bpy.types.UIList):
        for cls in _all_below(base):
            functions = getattr(vars(cls).get("draw"), "_draw_funcs", [])
            functions[:] = [each for each in functions if not _is_below(each.__module__, names)]
    keymaps = bpy.context.window_manager.keyconfigs.addon.keymaps
    for keymap in list(keymaps):
        keymaps.remove(keymap)


def _make_all_classes(bpy):
    """Blender makes the Python class of a built-in type when it is first asked for."""
    for name in dir(bpy.types):
        getattr(bpy.types, name, None)


_WARM_UP = "afresh_warm_up"
_MANIFEST = """schema_version = "1.0.0"
id = "%s"
version = "1.0.0"
name = "Warm up"
tagline = "Switched on and off once"
maintainer = "afresh"
type = "add-on"
blender_version_min = "4.2.0"
license = ["SPDX:GPL-3.0-or-later"]
""" % _WARM_UP
_ADDON = """bl_info = {"name": "Warm up", "blender": (2, 80, 0)}
def register(): pass
def unregister(): pass
"""


def _write(folder, files):
    os.makedirs(folder, exist_ok=True)
    for name, text in files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)


def _switch(addon_utils, name):
    addon_utils.enable(name, default_set=True)
    addon_utils.module_bl_info(sys.modules[name])
    addon_utils.disable(name, default_set=True)
    package, _, child = name.rpartition(".")
    del sys.modules[name]
    if package:
        delattr(sys.modules[package], child)


def _warm_up(bpy, addon_utils, addons):
    """What Blender imports and makes when an add-on is first switched on or off is there from now on."""
    import importlib
    import shutil
    extension = bpy.app.version >= (4, 2)
    _write(os.path.join(addons, _WARM_UP), {"__init__.py": _ADDON})
    if extension:
        _write(os.path.join(addons, "bl_ext", "user_default", _WARM_UP),
               {"__init__.py": _ADDON, "blender_manifest.toml": _MANIFEST})
    importlib.invalidate_caches()
    _switch(addon_utils, _WARM_UP)
    if extension:
        _switch(addon_utils, "bl_ext.user_default." + _WARM_UP)
    shutil.rmtree(os.path.join(addons, _WARM_UP))
    shutil.rmtree(os.path.join(addons, "bl_ext"), ignore_errors=True)
    importlib.invalidate_caches()


def _tool_lists():
    import bl_ui.space_toolsystem_toolbar as toolbars
    found = {}
    for name in ("IMAGE", "NODE", "VIEW3D", "SEQUENCER"):
        panel = getattr(toolbars, name + "_PT_tools_active", None)
        if panel is not None:
            found[panel.__name__] = panel._tools
    return found


def _collections(bpy):
    return [each.identifier for each in bpy.data.bl_rna.properties
            if each.type == "COLLECTION" and each.identifier != "all_ids"]


def _keymap_names(bpy):
    configurations = bpy.context.window_manager.keyconfigs
    return [keymap.name for configuration in (configurations.default, configurations.user)
            if configuration for keymap in configuration.keymaps]


def start(scratch, addons, expected):
    if not addons:
        import tempfile
        scratch = tempfile.mkdtemp(prefix="afresh_")
        addons = os.path.join(scratch, "addons")
    _set_folders(scratch, addons)
    bpy, addon_utils = _import(expected)
    import _bpy
    import bpy.utils.previews
    import nodeitems_utils
    _switch_default_addons_off(bpy, addon_utils)
    if os.path.isdir(addons):
        _warm_up(bpy, addon_utils, addons)
    _make_all_classes(bpy)
    return {
        "bpy": bpy,
        "addon_utils": addon_utils,
        "app": bpy.app,
        "timers": bpy.app.timers,
        "context": bpy.context,
        "data": bpy.data,
        "structure": bpy.types.bpy_struct,
        "previews": bpy.utils.previews,
        "get_owner_id": _bpy._bl_owner_id_get,
        "set_owner_id": _bpy._bl_owner_id_set,
        "handlers": _handler_lists(bpy),
        "collections": _collections(bpy),
        "driver_names": list(bpy.app.driver_namespace),
        "keymap_names": _keymap_names(bpy),
        "tool_lists": _tool_lists()}
