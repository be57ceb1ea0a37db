# SPDX-License-Identifier: MIT
"""What `afresh exec --host blender` runs in a real Blender: the script behind `--`, as `__main__`."""
import os
import sys
import traceback

import bpy  # noqa: F401  # It makes Blender's own scripts importable.

import addon_utils

# A module `bpy` from PyPI is there twice. Blender restricts, while an add-on registers, the one that
# its own scripts have: an add-on must get the same.
if hasattr(addon_utils, "_bpy"):
    sys.modules["bpy"] = addon_utils._bpy


def run(words):
    sys.argv = words
    # As Python itself: the script's folder comes first.
    sys.path.insert(0, os.path.dirname(os.path.abspath(words[0])))
    names = {"__name__": "__main__", "__file__": words[0], "__builtins__": __builtins__}
    try:
        with open(words[0], "rb") as script:
            code = compile(script.read(), words[0], "exec")
        exec(code, names)
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return end.code or 0
        print(end.code, file=sys.stderr)
        return 1
    except BaseException as error:
        # Without the frame of this file.
        trace = error.__traceback__.tb_next
        traceback.print_exception(type(error), error, trace)
        return 1
    return 0


status = run(sys.argv[sys.argv.index("--") + 1:])
for stream in (sys.stdout, sys.stderr):
    stream.flush()
# An orderly end crashes Blender 4.2 and hangs 4.5 where a property with a callback is left.
os._exit(status & 255)
