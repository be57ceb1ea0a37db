# SPDX-License-Identifier: MIT
"""Compiles Python files that become part of afresh, for the CPython that is embedded, which runs this at build time.

Usage: compile_python.py SHOWN FOLDER OUTPUT FILE…: writes OUTPUT/FILE.code, the marshalled code of FOLDER/FILE.
Tracebacks name it SHOWN/FILE.
"""

import marshal
import os
import sys

shown, folder, output, *files = sys.argv[1:]
for file in files:
    with open(os.path.join(folder, file), "rb") as source:
        code = compile(source.read(), f"{shown}/{file}", "exec", dont_inherit=True)
    target = os.path.join(output, file + ".code")
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "wb") as compiled:
        compiled.write(marshal.dumps(code))
