# SPDX-License-Identifier: MIT
"""check_rooms.py on small made-up trees: each rule broken once, and the tree that breaks none.

A tree is files by path and the list as rooms.cmake writes it. The program is run as the build runs it.
"""

import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).parents[2] / "harness/cmake/check_rooms.py"

# `shop` sells what `mill` makes; `mill` gets its grain from `field`, and tells nobody.
LIST = """\
library field
SOURCES field/grain.cpp
HEADERS field/grain.hpp
PRIVATE_HEADERS field/soil.hpp
library mill
SOURCES mill/flour.cpp
HEADERS mill/flour.hpp
PRIVATE_HEADERS mill/stone.hpp
PRIVATE_LINKS field
library shop
SOURCES shop/bread.cpp
HEADERS shop/bread.hpp
LINKS mill
LINKS fmt::fmt
"""

FILES = {
    "field/grain.hpp": "",
    "field/soil.hpp": "",
    "field/grain.cpp": '#include "field/grain.hpp"\n#include "field/soil.hpp"\n',
    "mill/flour.hpp": "#include <string>\n",
    "mill/stone.hpp": '#include "field/grain.hpp"\n',
    "mill/flour.cpp": '#include "mill/flour.hpp"\n\n#include "mill/stone.hpp"\n',
    "shop/bread.hpp": '#include "mill/flour.hpp"\n',
    "shop/bread.cpp": '#include "shop/bread.hpp"\n#include "made_by_the_build.hpp"\n',
    "shop/unlisted.hpp": "",
}


def check(files: dict[str, str] | None = None, list_text: str = LIST) -> tuple[int, list[str]]:
    """Status and sentences for the tree with these files changed."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for path, text in {**FILES, **(files or {})}.items():
            (root / path).parent.mkdir(exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        (root / "rooms.txt").write_text(list_text, encoding="utf-8")
        done = subprocess.run([sys.executable, "-I", "-S", SCRIPT, root, root / "rooms.txt"],
                              capture_output=True, text=True, check=False)
        return done.returncode, done.stderr.splitlines()


class CheckRooms(unittest.TestCase):
    maxDiff = None

    def assert_fault(self, sentence: str, files: dict[str, str] | None = None, list_text: str = LIST) -> None:
        self.assertEqual(check(files, list_text), (1, [sentence]))

    def test_a_tree_that_keeps_the_rules_is_passed(self) -> None:
        self.assertEqual(check(), (0, []))

    def test_a_private_header_of_another_library(self) -> None:
        self.assert_fault(
            "shop/bread.cpp:2: mill/stone.hpp is private to mill; shop may include only what that offers",
            {"shop/bread.cpp": '#include "shop/bread.hpp"\n#include "mill/stone.hpp"\n'})

    def test_a_private_header_of_another_library_in_a_private_header(self) -> None:
        self.assert_fault(
            "mill/stone.hpp:1: field/soil.hpp is private to field; mill may include only what that offers",
            {"mill/stone.hpp": '#include "field/soil.hpp"\n'})

    def test_a_library_that_is_not_linked(self) -> None:
        self.assert_fault("field/grain.cpp:2: mill/flour.hpp is a header of mill, which field does not link",
                          {"field/grain.cpp": '#include "field/grain.hpp"\n#  include "mill/flour.hpp"\n'})

    def test_what_another_links_for_its_sources_only_is_not_handed_on(self) -> None:
        self.assert_fault("shop/bread.cpp:1: field/grain.hpp is a header of field, which shop does not link",
                          {"shop/bread.cpp": '#include "field/grain.hpp"\n'})

    def test_what_another_links_for_its_headers_is_handed_on(self) -> None:
        self.assertEqual(check({"shop/bread.cpp": '#include "field/grain.hpp"\n'},
                               LIST.replace("PRIVATE_LINKS field", "LINKS field")), (0, []))

    def test_an_offered_header_that_includes_a_private_one(self) -> None:
        self.assert_fault(
            "mill/flour.hpp:2: mill/stone.hpp is private to mill, and this header is offered to others",
            {"mill/flour.hpp": '#include <string>\n#include "mill/stone.hpp"\n'})

    def test_an_offered_header_that_needs_what_only_the_sources_link(self) -> None:
        self.assert_fault(
            "mill/flour.hpp:1: field/grain.hpp is a header of field, which mill links for its sources only: "
            "a header that is offered needs it in LINKS",
            {"mill/flour.hpp": '#include "field/grain.hpp"\n'})

    def test_a_header_of_no_library(self) -> None:
        self.assert_fault("shop/bread.cpp:1: shop/unlisted.hpp is a header of no library",
                          {"shop/bread.cpp": '#include "shop/unlisted.hpp"\n'})

    def test_libraries_that_link_each_other(self) -> None:
        status, sentences = check(list_text=LIST.replace("library mill", "PRIVATE_LINKS shop\nlibrary mill"))
        self.assertEqual(status, 1)
        self.assertEqual(sentences, [
            "field links itself by way of shop; links must run one way",
            "mill links itself by way of field; links must run one way",
            "shop links itself by way of mill; links must run one way"])

    def test_each_fault_is_told(self) -> None:
        status, sentences = check({"shop/bread.cpp": '#include "mill/stone.hpp"\n#include "field/soil.hpp"\n'})
        self.assertEqual(status, 1)
        self.assertEqual([sentence.split(" ")[0] for sentence in sentences],
                         ["shop/bread.cpp:1:", "shop/bread.cpp:2:"])


if __name__ == "__main__":
    unittest.main()
