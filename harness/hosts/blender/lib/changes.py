# SPDX-License-Identifier: MIT
"""What the host changes in Blender when it is asked to: the document, and what an add-on has left
registered. Not for add-ons.
"""
import json
import os

import bpy


def nothing():
    """Blender takes only a Python function as the one to call at a change."""


def ensure_folders():
    """Blender makes its folder for temporary files when it starts, and expects it to be there."""
    os.makedirs(bpy.app.tempdir or os.environ["TMPDIR"], exist_ok=True)


def _place(name):
    """The structure that `scene.settings.count` or `preferences.ADDON.count` is a value of."""
    first, _, rest = name.partition(".")
    if first != "preferences":
        return getattr(bpy.context, first), rest
    addons = bpy.context.preferences.addons
    # An extension's name has points.
    addon = max((each.module for each in addons if rest.startswith(each.module + ".")),
                key=len, default=None)
    if addon is None:
        raise KeyError("no add-on of the preferences is the beginning of %r" % rest)
    return addons[addon].preferences, rest[len(addon) + 1:]


def set_value(name, value):
    place, rest = _place(name)
    *path, last = rest.split(".")
    for part in path:
        place = getattr(place, part)
    setattr(place, last, value)


# Values of add-ons' preferences are no part of a .blend file; these bytes have them in front of it.
_PREFERENCES_MARK = b"afresh preferences "

# Of add-ons that have not registered their preferences yet.
_waiting = {}


def _plain(value):
    """What JSON can say of a stored value; nothing of a link to a data block."""
    if hasattr(value, "to_list"):
        return value.to_list()
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if hasattr(value, "items"):
        return {name: _plain(each) for name, each in value.items()}
    return value if isinstance(value, (int, float, str)) else None


def _stored(preferences, create=False):
    """The values that are stored, from 5.0 on in a group of their own; None where there are none."""
    if hasattr(preferences, "bl_system_properties_get"):
        return preferences.bl_system_properties_get(do_create=create)
    return preferences


def _preferences_in_words():
    found = {}
    for addon in bpy.context.preferences.addons:
        values = addon.preferences and _stored(addon.preferences)
        if values is not None:
            found[addon.module] = _plain(values)
    return json.dumps({**_waiting, **found}).encode()


def apply_preferences(cls):
    """Called when a class is registered: what was waiting for these preferences is theirs."""
    name = getattr(cls, "bl_idname", None)
    addon = bpy.context.preferences.addons.get(name) if name in _waiting else None
    if addon is None or addon.preferences is None:
        return
    stored = _stored(addon.preferences, create=True)
    for key, value in _waiting.pop(name).items():
        if value is not None:
            stored[key] = value


def _take_preferences(words):
    _waiting.clear()
    _waiting.update(json.loads(words))
    for addon in list(bpy.context.preferences.addons):
        if addon.preferences is not None:
            apply_preferences(type(addon.preferences))


_SAVE_EVENTS = ("save_pre", "save_post", "save_post_fail")


def _document_file():
    return os.path.join(os.environ["TMPDIR"], "afresh-document.blend")


def save_document():
    """Without the add-on's handlers: that we look is nothing that the user did."""
    lists = [getattr(bpy.app.handlers, name, []) for name in _SAVE_EVENTS]
    kept = [list(each) for each in lists]
    path = _document_file()
    for each in lists:
        each.clear()
    try:
        bpy.ops.wm.save_as_mainfile(filepath=path, copy=True, compress=False, check_existing=False)
        with open(path, "rb") as file:
            return _PREFERENCES_MARK + _preferences_in_words() + b"\n" + file.read()
    finally:
        for each, functions in zip(lists, kept):
            each[:] = functions
        if os.path.exists(path):
            os.remove(path)


def load_document(document):
    """As the user opens a file: handlers run, and what is not persistent is dropped."""
    path = _document_file()
    if document.startswith(_PREFERENCES_MARK):
        words, _, document = document.partition(b"\n")
        _take_preferences(words[len(_PREFERENCES_MARK):])
    with open(path, "wb") as file:
        file.write(document)
    try:
        bpy.ops.wm.open_mainfile(filepath=path)
    finally:
        os.remove(path)


def _remove_key_items(pointers):
    for keymap in bpy.context.window_manager.keyconfigs.addon.keymaps:
        for item in [each for each in keymap.keymap_items if each.as_pointer() in pointers]:
            keymap.keymap_items.remove(item)


def _remove_empty_keymap(text):
    keymaps = bpy.context.window_manager.keyconfigs.addon.keymaps
    for keymap in [each for each in keymaps if text == each.name + ": no keys"]:
        keymaps.remove(keymap)


def _remove_tool(identity):
    for cls in bpy.types.WorkSpaceTool.__subclasses__():
        if id(getattr(cls, "_bl_tool", None)) == identity:
            bpy.utils.unregister_tool(cls)


def _restore_engine(label, what):
    panel, _, engine = label.partition(": ")
    engines = getattr(bpy.types, panel).COMPAT_ENGINES
    (engines.discard if what == "added" else engines.add)(engine)


def _remove_draw_handler(place, handle, region):
    if place == "WindowManager":
        bpy.types.WindowManager.draw_cursor_remove(handle)
    else:
        getattr(bpy.types, place).draw_handler_remove(handle, region)


def _remove_from_preferences(path, label):
    entries = bpy.context.preferences
    for name in path.split("."):
        entries = getattr(entries, name)
    for entry in [each for each in entries if label in (getattr(each, "module", None), each.name)]:
        entries.remove(entry)


def _remove_property(label):
    cls, _, name = label.rpartition(".")
    delattr(getattr(bpy.types, cls), name)


def _remove_node_categories(label):
    import nodeitems_utils
    nodeitems_utils.unregister_node_categories(label)


def _take_back(probe, label, thing, handle, place, region, identity):
    if probe.startswith("bpy.app.handlers."):
        getattr(bpy.app.handlers, probe.rpartition(".")[2]).remove(thing)
    elif probe.startswith("bpy.types."):
        getattr(bpy.types, probe.partition("bpy.types.")[2]).remove(thing)
    elif probe == "bpy.classes":
        bpy.utils.unregister_class(thing)
    elif probe == "bpy.properties":
        _remove_property(label)
    elif probe == "bpy.app.timers":
        bpy.app.timers.unregister(thing)
    elif probe == "bpy.msgbus":
        bpy.msgbus.clear_by_owner(handle)
    elif probe == "bpy.draw_handlers":
        _remove_draw_handler(place, handle, region)
    elif probe == "bpy.utils.cli_commands":
        bpy.utils.unregister_cli_command(handle)
    elif probe == "bpy.utils.previews":
        bpy.utils.previews.remove(handle)
    elif probe == "bpy.keymaps":
        _remove_key_items({identity})
        _remove_empty_keymap(thing)
    elif probe == "bpy.utils.tools":
        _remove_tool(identity)
    elif probe == "bpy.panels.COMPAT_ENGINES":
        _restore_engine(label, thing)
    elif probe == "bpy.app.driver_namespace":
        del bpy.app.driver_namespace[label]
    elif probe == "bpy.utils.manual_map":
        bpy.utils.unregister_manual_map(thing)
    elif probe == "bpy.utils.preset_paths":
        bpy.utils.unregister_preset_path(label)
    elif probe == "nodeitems_utils.categories":
        _remove_node_categories(label)
    elif probe == "bpy.preferences.extension_repositories":
        _remove_from_preferences("extensions.repos", label)
    elif probe == "bpy.preferences.asset_libraries":
        _remove_from_preferences("filepaths.asset_libraries", label)
    elif probe == "bpy.preferences.script_directories":
        _remove_from_preferences("filepaths.script_directories", label)


def take_back(entries):
    """Each of these registrations, classes after all that may use them; what Blender refuses stays."""
    for entry in sorted(entries, key=lambda each: each[0] == "bpy.classes"):
        try:
            _take_back(*entry)
        except Exception:
            pass
