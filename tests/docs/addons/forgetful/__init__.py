# The add-on that README.md shows: it forgets one handler.
# SPDX-License-Identifier: MIT
from . import watch

bl_info = {"name": "Forgetful", "blender": (3, 0, 0)}


def register():
    watch.register()


def unregister():
    watch.unregister()
