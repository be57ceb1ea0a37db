"""The embedded work-alike of Blender's `bpy`, for testing add-ons: what add-ons register with, as the
real one answers. It draws nothing and edits no meshes.
"""
import sys as _sys

import _bpy

props = _sys.modules["bpy.props"]
context = _bpy.context()
data = _bpy.data()
