"""Reads pairs of sources from standard input, as Python byte strings, a line each; prints, for each
pair, whether both compile to the same syntax, and by how many lines the first statement moved.
SPDX-License-Identifier: MIT
"""

import ast
import sys

lines = sys.stdin.read().splitlines()
for first, second in zip(lines[::2], lines[1::2]):
    old, new = (ast.parse(ast.literal_eval(text)) for text in (first, second))
    same = ast.dump(old) == ast.dump(new)
    moved = new.body[0].lineno - old.body[0].lineno if old.body else 0
    print("same" if same else "another", moved)
