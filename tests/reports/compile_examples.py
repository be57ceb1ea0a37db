# SPDX-License-Identifier: MIT
"""Compiles each of the Python sources in a JSON object of name to source; prints the names of those
that are no Python."""
import json
import sys

for name, source in json.load(sys.stdin).items():
    try:
        compile(source, name, "exec")
    except SyntaxError as error:
        print(f"{name}:{error.lineno}: {error.msg}")
