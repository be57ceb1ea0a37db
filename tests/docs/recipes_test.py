# What a recipe of CONTRIBUTING.md says of the tree is so: the tables that a new word goes into hold
# every word that there is, and the folders have what their row says. Builds and runs nothing.
# SPDX-License-Identifier: MIT
import ast
import json
import os
import re
import sys
import textwrap
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from pages import read_pages  # noqa: E402
from tables import read_families, read_strategies, read_words  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
CONTRIBUTING = next(page for page in read_pages(ROOT) if page.path.name == "CONTRIBUTING.md")


def names(head):
    return [name for name, _ in read_words(ROOT, head)]


def read(path):
    return (ROOT / path).read_text(encoding="utf-8")


def enums_in(value):
    """Every list of allowed words in a JSON schema."""
    if isinstance(value, dict):
        if "enum" in value:
            yield value["enum"]
        for each in value.values():
            yield from enums_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from enums_in(each)


def enumerators(head, enumeration):
    path = {"aspect": "aspect", "finding": "finding_kind", "host": "host_kind"}[head]
    return re.findall(rf"Word<{enumeration}>\{{\s*{enumeration}::(\w+)", read(f"harness/values/{path}.hpp"))


def table_under(heading, first):
    for above, rows in CONTRIBUTING.tables():
        if above == heading and rows[0][0] == first:
            return rows[1:]
    raise AssertionError(f"no table of {first} under {heading}")


class Finding(unittest.TestCase):
    def test_the_schema_has_every_kind(self):
        self.assertIn(names("finding"), list(enums_in(json.loads(read("reports/afresh-compare.schema.json")))))

    def test_explain_has_every_kind(self):
        entries = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "reports").glob("explain_*.cpp"))
        for kind in enumerators("finding", "FindingKind"):
            self.assertIn(f"FindingKind::{kind})", entries)


class Aspect(unittest.TestCase):
    def test_the_schema_has_every_aspect(self):
        self.assertIn(names("aspect"), list(enums_in(json.loads(read("reports/afresh-compare.schema.json")))))

    def test_each_is_judged_by_one_oracle_in_the_table_and_explained(self):
        table = re.search(r"aspect_oracles\(\) \{(.*?)^\}", read("harness/oracles/aspects/judge.cpp"), re.S | re.M)[1]
        rows = re.findall(r"AspectOracle\{\.aspect = (?:Aspect::)?(\w+)", table)
        aspects = enumerators("aspect", "Aspect")
        self.assertEqual(sorted(rows), sorted(aspects))
        for aspect in aspects:
            self.assertIn(f"Aspect::{aspect})", read("reports/explain_aspects.cpp"))

    def test_each_oracle_has_a_file_and_is_built(self):
        built = read("harness/oracles/CMakeLists.txt")
        for name in names("aspect"):
            path = f"aspects/{name.replace('-', '_')}.cpp"
            self.assertTrue((ROOT / "harness/oracles" / path).is_file(), path)
            self.assertIn(path, built)


class Host(unittest.TestCase):
    def test_each_kind_is_made(self):
        for kind in enumerators("host", "HostKind"):
            self.assertIn(f"case HostKind::{kind}:", read("harness/hosts/make_host.cpp"))


class Planted(unittest.TestCase):
    def test_each_fault_has_a_witness_and_stands_in_the_table(self):
        faults = {path.stem for path in (ROOT / "tests/planted/faults").glob("*.py")}
        self.assertGreater(len(faults), 10)
        self.assertEqual(faults, {path.stem for path in (ROOT / "tests/planted/cases").glob("*.case")})
        table = read("tests/planted/planted_test.cpp")
        for fault in faults:
            self.assertIn(fault, table)


class Strategy(unittest.TestCase):
    def test_each_file_says_what_the_recipe_asks_for(self):
        families = [name for name, _ in read_families(ROOT)]
        for stem, family, summary in read_strategies(ROOT):
            with self.subTest(strategy=stem):
                text = ast.get_docstring(ast.parse(read(f"harness/strategies/{stem}.py")))
                self.assertIn(family, families)
                self.assertTrue(summary.endswith("."))
                for part in ("In short:", "Idea:", "Source:", "Resets:", "Cannot:"):
                    self.assertIn(f"\n{part}", text)
                short = re.search(r"^In short: (.*)$", text, re.M)[1]
                self.assertLessEqual(len(short), 22)

    def test_the_skeleton_is_python(self):
        block = re.search(r"```python\n(.*?)```", CONTRIBUTING.text, re.S)[1]
        module = ast.parse(textwrap.dedent("   " + block.lstrip()))
        functions = [each.name for each in module.body if isinstance(each, ast.FunctionDef)]
        self.assertEqual(functions, ["reload", "disable", "install", "adapt"])

    def test_the_host_has_what_the_table_says(self):
        offered = read("harness/agent/strategy_host.cpp")
        rows = table_under("A new strategy", "function")
        functions = re.findall(r"`(\w+)\(", " ".join(row[0] for row in rows))
        self.assertGreater(len(functions), 10)
        for function in functions:
            self.assertIn(f'"{function}"', offered)


class Building(unittest.TestCase):
    def test_the_presets_are_there(self):
        presets = {each["name"] for each in json.loads(read("CMakePresets.json"))["workflowPresets"]}
        shown = set(re.findall(r"cmake --workflow --preset (\w+)", CONTRIBUTING.text))
        self.assertGreater(len(shown), 3)
        self.assertLessEqual(shown, presets)

    def test_the_labels_and_variables_are_there(self):
        labels = " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").glob("*/CMakeLists.txt"))
        for label in re.findall(r"afresh test -L (\w+)", CONTRIBUTING.text):
            self.assertRegex(labels, rf'LABELS "?{label}\b')
        sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests/hostile").glob("*.cpp"))
        self.assertIn("AFRESH_HOSTILE_CASES", sources)

    def test_the_scripts_can_be_run(self):
        for script in set(re.findall(r"\.ci/\w+", CONTRIBUTING.text)):
            self.assertTrue(os.access(ROOT / script, os.X_OK), script)


class Tree(unittest.TestCase):
    def test_every_folder_of_the_harness_has_its_row(self):
        rows = table_under("The tree is the data flow", "folder")
        shown = {row[0].strip("`") for row in rows}
        there = {f"harness/{path.name}" for path in (ROOT / "harness").iterdir()
                 if path.is_dir() and path.name not in ("cmake", "__pycache__")}
        self.assertEqual({each for each in shown if each.startswith("harness/")}, there)
        self.assertLessEqual({"generators", "reports", "tests"}, shown)

    def test_every_room_is_a_folder(self):
        for folder, rooms in table_under("Rooms", "folder"):
            for room in re.findall(r"`(\w+)`", rooms):
                with self.subTest(folder=folder, room=room):
                    self.assertTrue((ROOT / folder.strip("`") / room).is_dir())

    def test_only_the_interpreters_folders_include_python(self):
        including = {path.relative_to(ROOT).parts[1] for path in (ROOT / "harness").rglob("*.?pp")
                     if re.search(r"^#include <Python\.h>", path.read_text(encoding="utf-8"), re.M)}
        self.assertLessEqual(including, {"python", "agent", "hosts"})

    def test_findings_become_sentences_in_one_file(self):
        self.assertIn("finding_sentence(const Finding&", read("reports/finding_text.hpp"))
        defining = [path.name for path in (ROOT / "reports").glob("*.cpp")
                    if re.search(r"^std::string finding_sentence\(", path.read_text(encoding="utf-8"), re.M)]
        self.assertEqual(defining, ["finding_text.cpp"])


if __name__ == "__main__":
    unittest.main()
