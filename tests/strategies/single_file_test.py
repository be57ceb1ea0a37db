# SPDX-License-Identifier: MIT
"""What `single-file` makes of an add-on's files: where it merges, into what, and where it refuses and why."""

import pathlib
import sys
import textwrap
import types
import unittest
from typing import Any

STRATEGY = pathlib.Path(__file__).resolve().parents[2] / "harness" / "strategies" / "single_file.py"
single_file: dict[str, Any] = {"__name__": "single_file"}
exec(compile(STRATEGY.read_text(), str(STRATEGY), "exec"), single_file)


def package(top: str, **modules: str) -> dict[str, str]:
    return {"demo/__init__.py": textwrap.dedent(top), **{f"demo/{name}.py": text for name, text in modules.items()}}


def run(files: dict[str, str]) -> types.ModuleType:
    """The merged file, executed."""
    module = types.ModuleType("demo")
    module.__package__ = "demo"
    exec(single_file["adapt"](files)["demo/__init__.py"], vars(module))
    return module


def reason(files: dict[str, str]) -> str:
    try:
        single_file["merged"](files)
    except single_file["CannotMerge"] as error:
        return str(error)
    return "merged"


class Merges(unittest.TestCase):
    def test_leaves_an_addon_of_one_file_as_its_author_wrote_it(self) -> None:
        for files in ({"demo.py": "N = 1  # one\n"}, {"demo/__init__.py": "N = 1  # one\n"}):
            self.assertEqual(single_file["adapt"](files), files)

    def test_keeps_data_and_libraries_that_are_not_imported_as_its_own(self) -> None:
        files = {**package(top="from .a import N", a="N = 1"), "demo/data.txt": "x", "demo/vendor/lib.py": "L = 1"}
        kept = ["demo/__init__.py", "demo/data.txt", "demo/vendor/lib.py"]
        self.assertEqual(sorted(single_file["adapt"](files)), kept)

    def test_runs_each_module_once_where_it_is_first_imported(self) -> None:
        module = run(package(top="order = []\nfrom . import a, b\norder.append('top')",
                             a="order.append('a')\nfrom . import b", b="order.append('b')"))
        self.assertEqual(module.order, ["a", "b", "top"])

    def test_runs_a_module_once_that_its_own_package_imports(self) -> None:
        module = run({"demo/__init__.py": "order = []\nfrom .sub.x import N", "demo/sub/__init__.py": "from . import x",
                      "demo/sub/x.py": "order.append('x')\nN = 1"})
        self.assertEqual(module.order, ["x"])

    def test_loads_what_only_functions_import_behind_all_others(self) -> None:
        module = run(package(top="order = []\ndef f():\n    from .late import N\n    return N\nfrom . import a",
                             late="order.append(A)\nN = 3", a="A = 'a is there'"))
        self.assertEqual((module.f(), module.order), (3, ["a is there"]))

    def test_finds_names_under_every_form_of_import(self) -> None:
        module = run(package(top="""
            import demo.a
            import demo.a as first
            from demo import a as second
            from . import a
            from .a import N as M
            from .a import *
            values = demo.a.N, first.N, second.N, a.N, M, N
            """, a="N = 7"))
        self.assertEqual(module.values, (7,) * 6)

    def test_keeps_a_broken_edit_broken(self) -> None:
        with self.assertRaises(SyntaxError):
            run(package(top="from . import a", a="def ("))

    def test_keeps_an_import_of_what_is_not_there(self) -> None:
        with self.assertRaises(ImportError):
            run(package(top="from . import a", a="import a_module_that_nobody_has"))

    def test_puts_future_statements_first(self) -> None:
        future = "from __future__ import annotations\n"
        module = run(package(top="from . import a\ndef f(x: Missing): pass", a=future + "N = 1"))
        self.assertEqual(module.f.__annotations__, {"x": "Missing"})


class Refuses(unittest.TestCase):
    def test_two_modules_that_define_one_name(self) -> None:
        self.assertEqual(reason(package(top="from . import a, b", a="N = 1", b="N = 2")),
                         "demo.a and demo.b both define 'N'")

    def test_one_name_for_two_libraries(self) -> None:
        files = package(top="from . import a, b", a="from json import loads", b="from pickle import loads")
        self.assertEqual(reason(files), "demo.a and demo.b both define 'loads'")

    def test_but_not_one_library_in_two_modules(self) -> None:
        self.assertEqual(reason(package(top="from . import a, b", a="import os", b="import os")), "merged")

    def test_a_module_as_an_object(self) -> None:
        self.assertEqual(reason(package(top="from . import a\nd = vars(a)", a="N = 1")),
                         "demo uses the module 'a' as an object")

    def test_writing_to_a_module(self) -> None:
        self.assertEqual(reason(package(top="from . import a\na.N = 2", a="N = 1")),
                         "demo uses the module 'a' as an object")

    def test_a_local_name_beside_one_of_another_module(self) -> None:
        self.assertEqual(reason(package(top="from . import a\ndef f(N): return N + a.N", a="N = 1")),
                         "demo has a local 'N' beside one of another module")

    def test_modules_that_are_found_by_name(self) -> None:
        for text in ("import importlib\nm = importlib.import_module('.a', __name__)", "import sys\nm = sys.modules"):
            self.assertEqual(reason(package(top="from . import a\n" + text, a="N = 1")),
                             "demo finds modules by name at run time")

    def test_by_leaving_the_files_alone(self) -> None:
        files = package(top="from . import a, b", a="N = 1", b="N = 2")
        self.assertEqual(single_file["adapt"](files), files)


if __name__ == "__main__":
    sys.exit(unittest.main())
