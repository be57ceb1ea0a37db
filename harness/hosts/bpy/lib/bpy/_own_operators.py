"""Blender's own operators that concern add-ons and files."""
import traceback

import _bpy
import _bpy_application as _application
import addon_utils
import bpy
from bpy.ops import acts_as


def _fail(message):
    print("Error:", message)
    raise RuntimeError("Error: %s\n" % message)


def _switch(function, module):
    """Calls a function of addon_utils as the preferences do; what the add-on raises is an error."""
    raised = []

    def note(error):
        traceback.print_exc()
        raised.append("".join(traceback.format_exception(error)))

    result = function(module, default_set=True, handle_error=note)
    if raised:
        _fail(raised[0].rstrip("\n"))
    return result


@acts_as("preferences.addon_enable")
def _addon_enable(*, module=""):
    enabled = _switch(addon_utils.enable, module)
    if enabled is None:
        return {'CANCELLED'}
    oldest = addon_utils.module_bl_info(enabled).get("blender", (0, 0, 0))
    if oldest > bpy.app.version:
        print("Warning: This script was written Blender version %d.%d.%d and might not function "
              "(correctly), though it is enabled" % tuple(oldest))
    return {'FINISHED'}


@acts_as("preferences.addon_disable")
def _addon_disable(*, module=""):
    _switch(addon_utils.disable, module)
    return {'FINISHED'}


@acts_as("wm.save_mainfile")
@acts_as("wm.save_as_mainfile")
def _save(*, filepath="", **keywords):
    if not filepath:
        _fail("Unable to save an unsaved file with an empty or unset \"filepath\" property")
    try:
        _application.save_document(filepath)
    except OSError as error:
        _fail("Cannot open file %s for writing: %s" % (filepath, error.strerror))
    return {'FINISHED'}


@acts_as("wm.open_mainfile")
def _open(*, filepath="", **keywords):
    try:
        _application.open_document(filepath)
    except OSError as error:
        _fail("Cannot read file \"%s\": %s" % (filepath, error.strerror))
    return {'FINISHED'}


@acts_as("wm.read_homefile")
@acts_as("wm.read_factory_settings")
def _read_homefile(**keywords):
    _application.read_factory_document()
    return {'FINISHED'}


@acts_as("script.reload")
def _script_reload():
    # Blender only starts a timer; without an event loop nothing ever happens.
    return {'FINISHED'}


@acts_as("mesh.primitive_cube_add")
def _primitive_cube_add(**keywords):
    scene = _bpy.context().scene
    mesh = _bpy.block_add("meshes", "Mesh", "Cube")
    block = _bpy.block_add("objects", "Object", "Cube")
    _bpy.put(block, "data", mesh)
    _bpy.list_append(scene.objects, block)
    return {'FINISHED'}
