"""What an add-on finds while Blender imports and registers it: no scene, no data, no operators."""
import _bpy

import bpy


class _RestrictContext:
    __slots__ = ()

    @property
    def window_manager(self):
        return _bpy.context().window_manager

    @property
    def preferences(self):
        return _bpy.preferences()


class _RestrictData:
    __slots__ = ()


class RestrictBlend:
    """While it is entered, `bpy.context` and `bpy.data` are stand-ins."""

    def __enter__(self):
        self.context, self.data = bpy.context, bpy.data
        bpy.context, bpy.data = _context, _data
        return self

    def __exit__(self, *exception):
        bpy.context, bpy.data = self.context, self.data
        return False


_context, _data = _RestrictContext(), _RestrictData()
