"""Writes a wheel that pip takes for Blender's: a small module `bpy` that knows its version.

    make_bpy_wheel.py FOLDER VERSION [PYTHON [TEXT]]

PYTHON is the tag of those that it is for: py3, cp313. TEXT is what the module runs when it is
imported. SPDX-License-Identifier: MIT
"""
import sys
import zipfile

folder, version, python, text = (sys.argv[1:] + ["py3", ""][len(sys.argv) - 3:])[:4]
info = f"bpy-{version}.dist-info"
files = {
    "bpy/__init__.py": "import os, sys\n"
                       "sys.path.append(os.path.join(os.path.dirname(__file__), 'scripts'))\n"
                       f"{text}\nclass app:\n    version_string = '{version}'\n",
    "bpy/scripts/addon_utils.py": "import bpy as _bpy\n",
    f"{info}/METADATA": f"Metadata-Version: 2.1\nName: bpy\nVersion: {version}\n",
    f"{info}/WHEEL": f"Wheel-Version: 1.0\nGenerator: afresh\nRoot-Is-Purelib: true\nTag: {python}-none-any\n",
}
files[f"{info}/RECORD"] = "".join(f"{name},,\n" for name in [*files, f"{info}/RECORD"])
with zipfile.ZipFile(f"{folder}/bpy-{version}-{python}-none-any.whl", "w") as wheel:
    for name, content in files.items():
        wheel.writestr(name, content)
