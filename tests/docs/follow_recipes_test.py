# Follows the recipes that a reader can follow without building anything, with the built program.
# Called with the program. SPDX-License-Identifier: MIT
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from pages import read_pages  # noqa: E402

PROGRAM = str(Path(sys.argv.pop(1)).resolve()) if len(sys.argv) > 1 else ""
ROOT = Path(__file__).resolve().parents[2]
PAGES = {page.path.name: page for page in read_pages(ROOT)}


def block_with(page, text):
    """The code block of a page that has this text."""
    return next(block for block in re.findall(r"```\w*\n(.*?)```", PAGES[page].text, re.S) if text in block)


class Recipe(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def run_afresh(self, *words, status=0):
        ran = subprocess.run([PROGRAM, *words], cwd=self.folder, text=True, encoding="utf-8",
                             env={"PATH": os.environ["PATH"], "HOME": str(self.folder), "LC_ALL": "C.UTF-8",
                                  "AFRESH_HOSTS": "none"},
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual(ran.returncode, status, ran.stdout + ran.stderr)
        return ran.stdout

    def verdicts(self, strategy):
        self.run_afresh("compare", "--strategy", strategy, "--case", "star_import", "--json", "report.json")
        records = json.loads((self.folder / "report.json").read_text(encoding="utf-8"))["records"]
        self.assertEqual(len(records), 1)
        return records[0]["verdict"]

    def test_a_new_strategy_runs_as_it_is_written(self):
        self.run_afresh("new", "strategy", "my_way")
        self.assertEqual(self.verdicts("my_way.py")["fresh"], "pass")

    def test_a_strategy_as_contributing_shows_it_runs_once_its_functions_do_something(self):
        text = re.sub(r"^   ", "", block_with("CONTRIBUTING.md", "def adapt(files)"), flags=re.M)
        text = re.sub(r"^def (disable|install|adapt).*\n", "", text, flags=re.M)
        text = text.replace("def reload(host, addon): ...", "def reload(host, addon):\n"
                            "    import sys\n"
                            "    host.disable(addon.name)\n"
                            "    for key in host.owned_modules(addon.name): del sys.modules[key]\n"
                            "    host.enable(addon.name)")
        (self.folder / "my_way.py").write_text(text, encoding="utf-8")
        self.assertEqual(self.verdicts("my_way.py")["fresh"], "pass")

    def test_a_strategy_takes_a_step_of_one_that_ships(self):
        line = re.search(r"`(from afresh_strategy_\w+ import \w+)`", PAGES["CONTRIBUTING.md"].text)[1]
        self.run_afresh("new", "strategy", "my_way")
        path = self.folder / "my_way.py"
        path.write_text(path.read_text(encoding="utf-8").replace("import sys\n", f"import sys\n{line}\n"),
                        encoding="utf-8")
        self.assertEqual(self.verdicts("my_way.py")["fresh"], "pass")

    def test_a_new_case_keeps_what_it_states(self):
        self.run_afresh("new", "case", "my_case")
        self.run_afresh("replay", "my_case.case")

    def test_the_case_that_the_page_shows_keeps_what_it_states(self):
        text = block_with("case-files.md", "-- 1/demo/settings.py --")
        (self.folder / "shown.case").write_text(text, encoding="utf-8")
        self.run_afresh("replay", "shown.case")
        # And what it states could be false.
        (self.folder / "wrong.case").write_text(text.replace("purge-dotted: fresh=pass", "purge-dotted: fresh=fail"),
                                                encoding="utf-8")
        self.run_afresh("replay", "wrong.case", status=1)

    def test_a_comment_accepts_a_diagnostic(self):
        shutil.copytree(ROOT / "tests/docs/addons/forgetful", self.folder / "forgetful")
        words = ("check", "forgetful", "--strategy", "purge-dotted")
        self.assertIn("error[leftover-handler]", self.run_afresh(*words, status=1))
        comment = re.search(r"# afresh: accept\[.*", block_with("check.md", "# afresh: accept["))[0]
        path = self.folder / "forgetful/watch.py"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(".append(on_save)", f".append(on_save)  {comment}"), encoding="utf-8")
        self.assertIn("1 accepted", self.run_afresh(*words))

    def test_an_unpacked_case_fails_in_plain_python(self):
        self.run_afresh("unpack", "star_import", "--strategy", "reload-sorted", "--to", "bug")
        ran = subprocess.run([sys.executable, "bug/repro.py"], cwd=self.folder, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, text=True, encoding="utf-8")
        self.assertEqual(ran.returncode, 1, ran.stdout)


if __name__ == "__main__":
    unittest.main()
