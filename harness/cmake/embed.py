# SPDX-License-Identifier: MIT
"""Turns files into C++ source that holds them byte for byte, and the code of Python files beside them.

Usage: embed.py NAME FOLDER COMPILED HEADER SOURCE FILE…: writes HEADER and SOURCE for FOLDER/FILE….
The embedded CPython runs this when afresh is built, so the marshalled code is its own; CPython's number
of its bytecode precedes it, as in a .pyc file, so that another CPython knows that it must compile the text.
COMPILED is what tracebacks call the folder; where it is empty nothing is compiled.
"""

import importlib.util
import marshal
import os
import re
import sys

BYTES_A_LINE = 24


def array(name: str, content: bytes) -> str:
    """Character literals, one a byte: no quoting and no limit on literals can change what was written."""
    lines = ("".join(f"'\\x{byte:02x}'," for byte in content[at:at + BYTES_A_LINE])
             for at in range(0, len(content), BYTES_A_LINE))
    return f"constexpr char {name}[] = {{\n" + "\n".join(lines) + "};\n"


def identifiers(path: str) -> list[str]:
    """A namespace for each folder, then the name: `bpy/types.py` is bpy::types_py."""
    return [re.sub(r"[^0-9A-Za-z]+", "_", part).strip("_") for part in path.split("/")]


def declaration(path: str) -> str:
    *spaces, name = identifiers(path)
    declared = f"extern const EmbeddedFile {name};"
    return f"namespace {'::'.join(spaces)} {{ {declared} }}" if spaces else declared


def code_of(path: str, content: bytes, shown: str) -> bytes:
    if not shown or not path.endswith(".py"):
        return b""
    return importlib.util.MAGIC_NUMBER + marshal.dumps(compile(content, f"{shown}/{path}", "exec", dont_inherit=True))


def main(name: str, folder: str, shown: str, header: str, source: str, *paths: str) -> None:
    names = ["::".join(identifiers(path)) for path in paths]
    arrays, values = [], []
    for number, path in enumerate(paths):
        with open(os.path.join(folder, path), "rb") as file:
            content = file.read()
        if not content:
            sys.exit(f"{folder}/{path} is empty; expected something to embed")
        code = code_of(path, content, shown)
        views = []
        for kind, data in (("kText", content), ("kCode", code)):
            if data:
                arrays.append(array(f"{kind}{number}", data))
            views.append(f"{{{kind}{number}, sizeof {kind}{number}}}" if data else "{}")
        values.append(f'constexpr EmbeddedFile {names[number]}{{"{path}", {", ".join(views)}}};\n')
    note = "// Made by harness/cmake/embed.py. Do not edit.\n"
    declared = "".join(declaration(path) + "\n" for path in paths)
    with open(header, "w", encoding="utf-8") as out:
        out.write(f'{note}#pragma once\n\n#include <span>\n\n#include "harness/values/embedded_file.hpp"\n\n'
                  f"namespace afresh::embedded::{name} {{\n\n{declared}"
                  "/// All of them, in the order in which CMake lists them.\n"
                  f"extern const std::span<const EmbeddedFile> files;\n\n}}  // namespace afresh::embedded::{name}\n")
    with open(source, "w", encoding="utf-8") as out:
        out.write(f'{note}#include "{os.path.basename(header)}"\n\nnamespace afresh::embedded::{name} {{\nnamespace {{\n\n'
                  + "\n".join(arrays) + "\n}  // namespace\n\n" + "".join(values)
                  + f"\nnamespace {{\nconstexpr EmbeddedFile kFiles[] = {{{', '.join(names)}}};\n}}\n"
                    "constexpr std::span<const EmbeddedFile> files{kFiles};\n\n"
                    f"}}  // namespace afresh::embedded::{name}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
