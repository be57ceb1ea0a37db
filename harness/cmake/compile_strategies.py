# SPDX-License-Identifier: MIT
"""Compiles the strategies that ship for the CPython that is embedded, which runs this at build time.

Usage: compile_strategies.py FOLDER OUTPUT FILE…: writes OUTPUT/FILE.code, the marshalled code of FOLDER/FILE.
"""

import marshal
import os
import sys

folder, output, *files = sys.argv[1:]
for file in files:
    with open(os.path.join(folder, file), "rb") as source:
        # The place that tracebacks name.
        code = compile(source.read(), f"harness/strategies/{file}", "exec", dont_inherit=True)
    target = os.path.join(output, file + ".code")
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "wb") as compiled:
        compiled.write(marshal.dumps(code))
