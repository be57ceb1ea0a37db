# The recipe that renews the documents, with a program that only says what it was asked.
# SPDX-License-Identifier: MIT
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from refresh_documents import SCREEN, refresh, with_tables  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """#!/bin/sh
if [ "$1" = fail ]; then exit 3; fi
printf 'asked %s, %s columns, %s\\n\\nin %s\\n' "$*" "$COLUMNS" "${NO_COLOR:+plain}" "$(ls)"
echo written > afresh-report.json
if [ "$1" = check ]; then exit 1; fi
"""
README = """# x
before
<!-- screen: check -->
```
$ ./afresh check 'a b'
old
```
<!-- end -->
after
"""


class Refresh(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.program = self.folder / "program"
        self.program.write_text(PROGRAM, encoding="utf-8")
        self.program.chmod(0o755)
        self.tree = self.folder / "tree"
        for name in ("harness", "reports"):
            (self.tree).mkdir(exist_ok=True)
            (self.tree / name).symlink_to(ROOT / name)
        (self.tree / "docs").mkdir()
        (self.tree / "README.md").write_text(README, encoding="utf-8")
        (self.tree / "CONTRIBUTING.md").write_text("# y\n", encoding="utf-8")

    def refreshed(self):
        refresh(str(self.program), self.tree)
        return (self.tree / "README.md").read_text(encoding="utf-8")

    def test_a_screen_is_what_the_command_prints(self):
        text = self.refreshed()
        self.assertIn("$ ./afresh check 'a b'\nasked check a b, 100 columns, plain\n\nin CONTRIBUTING.md\n", text)
        self.assertNotIn("old", text)
        self.assertTrue(text.startswith("# x\nbefore\n<!-- screen: check -->\n```\n"))
        self.assertTrue(text.endswith("```\n<!-- end -->\nafter\n"))

    def test_to_renew_twice_changes_nothing_more(self):
        self.assertEqual(self.refreshed(), self.refreshed())

    def test_reports_do_not_go_into_the_tree(self):
        (self.tree / "afresh-report.json").write_text("mine", encoding="utf-8")
        self.refreshed()
        self.assertEqual((self.tree / "afresh-report.json").read_text(encoding="utf-8"), "mine")

    def test_a_command_that_fails_renews_nothing(self):
        text = README.replace("check 'a b'", "fail")
        (self.tree / "README.md").write_text(text, encoding="utf-8")
        with self.assertRaises(SystemExit):
            refresh(str(self.program), self.tree)
        self.assertEqual((self.tree / "README.md").read_text(encoding="utf-8"), text)

    def test_a_table_is_what_the_header_has(self):
        text = "| outcome | meaning |\n| --- | --- |\n| `old` | x |\n\n| other | y |\n| --- | --- |\n| a | b |\n"
        renewed = with_tables(text, ROOT)
        self.assertIn("| `pass` | nothing differs from the yardstick of the aspect |\n", renewed)
        self.assertNotIn("`old`", renewed)
        self.assertTrue(renewed.endswith("| other | y |\n| --- | --- |\n| a | b |\n"))

    def test_the_documents_have_screens(self):
        names = [name for page in (ROOT / "README.md", ROOT / "docs/strategies.md")
                 for name, *_ in SCREEN.findall(page.read_text(encoding="utf-8"))]
        self.assertEqual(len(names), 3)


if __name__ == "__main__":
    unittest.main()
