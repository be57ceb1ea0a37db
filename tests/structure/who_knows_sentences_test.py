"""Sentences are made in reports/ and shown by harness/cli alone: nothing else includes or links them.

What does not know a sentence cannot compare one. Takes the root of the sources, and a file that says of
each library what it links in the end, as CMake knows it.
"""

import pathlib
import re
import sys
import unittest

SOURCES = pathlib.Path(sys.argv[1])
LINKS = pathlib.Path(sys.argv[2])
INCLUDE = re.compile(r'^\s*#\s*include\s*"reports/', re.MULTILINE)
# Who may show what it is given; the last is where it is made.
KNOWING = ("harness/cli", "reports")


def files_that_must_not_know() -> list[pathlib.Path]:
    files = [path for folder in ("harness", "generators") for path in (SOURCES / folder).rglob("*")
             if path.suffix in (".cpp", ".hpp")]
    return [path for path in files
            if not any(path.is_relative_to(SOURCES / folder) for folder in KNOWING)]


def linked_by_library() -> dict[str, list[str]]:
    lines = LINKS.read_text(encoding="utf-8").splitlines()
    return {library: linked.split() for library, _, linked in (line.partition(": ") for line in lines)}


class WhoKnowsSentences(unittest.TestCase):
    def test_no_folder_but_the_command_line_includes_them(self) -> None:
        files = files_that_must_not_know()
        folders = {path.relative_to(SOURCES).parts[1] for path in files if "harness" in path.parts}
        # A folder that was renamed would otherwise be forgotten.
        for folder in ("addon", "agent", "casefile", "diagnosis", "engine", "evidence", "hosts", "oracles", "python",
                       "values", "wire", "worker"):
            self.assertIn(folder, folders)
        including = [str(path.relative_to(SOURCES)) for path in files
                     if INCLUDE.search(path.read_text(encoding="utf-8"))]
        self.assertEqual(including, [])

    def test_no_library_below_links_them(self) -> None:
        linked = linked_by_library()
        # The lists go all the way down.
        self.assertIn("afresh_values", linked["afresh_engine"])
        self.assertIn("afresh_oracles", linked["afresh_engine"])
        for library, all_of in linked.items():
            self.assertNotIn("afresh_reports", all_of, library)

    def test_sees_an_include_where_there_is_one(self) -> None:
        shown = [path for path in (SOURCES / "harness/cli").glob("*.cpp")
                 if INCLUDE.search(path.read_text(encoding="utf-8"))]
        self.assertNotEqual(shown, [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
