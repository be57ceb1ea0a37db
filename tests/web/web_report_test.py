# SPDX-License-Identifier: MIT
"""The page of `compare --html`: whole without its script, and with it filtered as the JSON report says.
Called with the program and the folder of the sources."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
from typing import Any

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
sys.path[:0] = [str(SOURCE / "tests" / "reports"), str(SOURCE / "tests" / "web")]
import browser  # noqa: E402
from html_page import Page  # noqa: E402

CASES = ("scenarios/f*.case", "scenarios/sixteen_cycles.case")
STRATEGIES = ("reload-top", "load-under-private-name", "purge-dotted", "restart")
BY_FAMILY = ["restart", "purge-dotted", "reload-top", "load-under-private-name"]
MARKS = {"pass": ("all", "✓"), "fail": ("none", "✗"), "behaves": ("behaves", "≈"), "unknown": ("open", "?"),
         "refused": ("open", "∅"), None: ("empty", "–")}
CHOOSE = """for (const [name, value] of Object.entries(%s)) {
  const field = document.querySelector('form.filters').elements[name];
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}"""


def setUpModule() -> None:
    if browser.program() is None:
        raise RuntimeError("The page cannot be tested: there is no Chromium (apt-get install chromium).")
    global folder, path, records, page
    folder = tempfile.TemporaryDirectory()
    path = pathlib.Path(folder.name, "page.html")
    report = path.with_suffix(".json")
    chosen = [word for case in CASES for word in ("--case", case)]
    chosen += [word for strategy in STRATEGIES for word in ("--strategy", strategy)]
    subprocess.run([PROGRAM, "compare", *chosen, "--host", "plain", "--generated", "5", "--html", path, "--json", report],
                   cwd=SOURCE, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "XDG_STATE_HOME": folder.name})
    records = json.loads(report.read_text())["records"]
    page = Page(path.read_text(encoding="utf-8"))


def tearDownModule() -> None:
    if "folder" in globals():
        folder.cleanup()


def features(case: str) -> list[str]:
    for line in (SOURCE / "scenarios" / f"{case}.case").read_text(encoding="utf-8").splitlines():
        if line.startswith("features: "):
            return line.removeprefix("features: ").split(", ")
    return []


def is_generated(record: dict[str, Any]) -> bool:
    return bool(record["case"].startswith("generated-"))


def outcome(record: dict[str, Any], aspect: str) -> str | None:
    behaves = record["behaviour"].get(aspect) == "pass" and record["verdict"].get(aspect) == "fail"
    return "behaves" if behaves else record["verdict"].get(aspect)


def of(strategy: str, generated: bool = False, feature: str = "") -> list[dict[str, Any]]:
    return [r for r in records if r["strategy"] == strategy and is_generated(r) == generated
            and (not feature or feature in features(r["case"]))]


def counted(some: list[dict[str, Any]], aspect: str) -> tuple[str, list[str]]:
    """What a cell says: `7/9` and its remarks."""
    all_of = [found for found in (outcome(record, aspect) for record in some) if found]
    if not all_of:
        return "–", []
    words = {"behaves": "behaves" if all_of.count("behaves") == 1 else "behave", "refused": "refused",
             "unknown": "unknown"}
    return (f"{all_of.count('pass')}/{len(all_of)}",
            [f"{all_of.count(kind)} {word}" for kind, word in words.items() if kind in all_of])


class Reads(unittest.TestCase):
    def check_aspects(self, shown: Page, generated: bool, feature: str = "") -> None:
        table = shown.table("aspects", generated)
        self.assertEqual([row["name"] for row in table["rows"]], BY_FAMILY)
        for row in table["rows"]:
            for aspect, cell in zip(table["columns"], row["cells"], strict=True):
                expected = counted(of(row["name"], generated, feature), aspect)
                self.assertEqual((cell["text"], cell["remarks"]), expected, (row["name"], aspect))

    def check_features(self, shown: Page, aspect: str) -> None:
        table = shown.table("features")
        names = {feature for record in records if not is_generated(record) for feature in features(record["case"])}
        self.assertEqual(table["columns"], sorted(names))
        for row in table["rows"]:
            for feature, cell in zip(table["columns"], row["cells"], strict=True):
                expected = counted(of(row["name"], feature=feature), aspect)
                self.assertEqual((cell["text"], cell["remarks"]), expected, (row["name"], feature))

    def check_cases(self, shown: Page, aspect: str) -> None:
        table = shown.table("cases")
        self.assertEqual(table["columns"], list(STRATEGIES))
        found = {(r["case"], r["strategy"]): MARKS[outcome(r, aspect)] for r in records if not is_generated(r)}
        self.assertEqual({(row["name"], strategy): (cell["class"], cell["text"]) for row in table["rows"]
                          for strategy, cell in zip(table["columns"], row["cells"], strict=True)}, found)

    def hidden(self, shown: Page) -> set[str]:
        return {row["name"] for row in shown.table("cases")["rows"] if row["hidden"]}


class WithoutScript(Reads):
    def test_is_well_made_and_leads_nowhere_else(self) -> None:
        self.assertEqual(page.problems, [])

    def test_has_all_of_the_tables(self) -> None:
        self.check_aspects(page, generated=False)
        self.check_aspects(page, generated=True)
        self.check_features(page, "fresh")
        self.check_cases(page, "fresh")
        self.assertEqual(self.hidden(page), set())

    def test_has_a_witness_for_every_cell_that_fails(self) -> None:
        failing = {f"#w.plain.{r['strategy']}.{aspect}" for r in records for aspect in r["verdict"]
                   if r["verdict"][aspect] == "fail"}
        self.assertEqual({link for link in page.links if link.startswith("#w.")}, failing)
        self.assertEqual({name for name in page.ids if name.startswith("w.")}, {link[1:] for link in failing})

    def test_plots_what_it_has_measured(self) -> None:
        self.assertIn("cost", page.ids)
        self.assertIn("leaks", page.ids)
        self.assertIn("sixteen_cycles", page.texts["h3"])


class WithScript(Reads):
    def opened(self, script: str = "") -> Page:
        elements, console = browser.opened(path, script)
        self.assertEqual(console, [])
        shown = Page(elements)
        self.assertIn("html.script", shown.texts)
        return shown

    def choosing(self, **choices: str) -> Page:
        return self.opened(CHOOSE % json.dumps(choices))

    def said(self, shown: Page) -> str:
        return shown.texts["output"][0]

    def test_hears_an_error(self) -> None:
        self.assertEqual(len(browser.opened(path, "nothing.is.called.so();")[1]), 1)

    def test_counts_the_same_before_anything_is_chosen(self) -> None:
        shown = self.opened()
        self.assertEqual(shown.tables, page.tables)
        self.assertEqual(self.said(shown), f"{len(page.table('cases')['rows'])} cases")

    def test_counts_the_cases_with_a_feature_alone(self) -> None:
        shown = self.choosing(feature="classes")
        self.check_aspects(shown, generated=False, feature="classes")
        without = {r["case"] for r in records if not is_generated(r) and "classes" not in features(r["case"])}
        self.assertNotIn(len(without), (0, len(page.table("cases")["rows"])))
        self.assertEqual(self.hidden(shown), without)
        rows = len(page.table("cases")["rows"])
        self.assertEqual(self.said(shown), f"{rows - len(without)} of {rows} cases")

    def test_keeps_the_links_when_a_choice_is_taken_back(self) -> None:
        shown = self.opened(CHOOSE % json.dumps({"feature": "lenient"}) + CHOOSE % json.dumps({"feature": ""}))
        self.assertEqual(shown.tables, page.tables)

    def test_marks_and_counts_another_aspect(self) -> None:
        for aspect in ("rollback", "leaks"):
            shown = self.choosing(aspect=aspect)
            self.check_aspects(shown, generated=False)
            self.check_features(shown, aspect)
            self.check_cases(shown, aspect)
            self.assertEqual(set(shown.texts["em.chosen"]), {aspect})

    def test_hides_where_two_strategies_do_the_same(self) -> None:
        left, right = "reload-top", "purge-dotted"
        for aspect in ("fresh", "clean"):
            shown = self.choosing(aspect=aspect, left=left, right=right)
            of_left, of_right = ({r["case"]: outcome(r, aspect) for r in of(strategy)} for strategy in (left, right))
            same = {case for case in of_left if of_left[case] == of_right[case]}
            self.assertNotIn(len(same), (0, len(of_left)))
            self.assertEqual(self.hidden(shown), same)
            self.check_aspects(shown, generated=False)

    def test_opens_the_witness_of_a_cell_that_is_clicked(self) -> None:
        link = next(cell["link"] for row in page.table("aspects")["rows"] for cell in row["cells"] if cell["link"])
        self.assertEqual(self.opened().open_details, [])
        _, host, strategy, _ = link[1:].split(".")
        around = {link[1:], f"s.{host}.{strategy}"}
        click = f"document.querySelector('td a[href=\"{link}\"]').click();"
        # The witness, and what folds around it.
        self.assertEqual(set(self.opened(click).open_details), around)
        # Closed by hand, then asked for again: the address stays the same.
        again = (f"{click} setTimeout(() => {{ document.getElementById('{link[1:]}').open = false; {click} }}, 500);")
        self.assertEqual(set(self.opened(again).open_details), around)

    def test_opens_the_row_that_the_answer_leads_to(self) -> None:
        link = next(link for link in page.links if link == "#r.plain.reload-top")
        shown = self.opened(f"document.querySelector('a[href=\"{link}\"]').click();")
        self.assertEqual(shown.open_details, ["fr.plain.reload_20in_20place"])

    def test_shows_what_is_opened_below_the_filters(self) -> None:
        link = [link for link in page.links if link.startswith("#w.")][-1]
        shown = self.opened(f"""document.querySelector('td a[href="{link}"]').click();
          setTimeout(() => {{
            const bar = document.querySelector('form.filters').getBoundingClientRect();
            const top = document.getElementById('{link[1:]}').getBoundingClientRect().top;
            const note = document.createElement('output');
            note.className = 'places';
            note.textContent = JSON.stringify([bar.bottom, top, innerHeight]);
            document.body.append(note);
          }}, 500);""")
        bottom, top, height = json.loads(shown.texts["output.places"][0])
        self.assertLessEqual(bottom, top)
        self.assertLess(top, height)

    def test_is_no_wider_than_a_telephone(self) -> None:
        telephone = """onmessage = event => { document.body.textContent = ''; const note = document.createElement('output');
            note.textContent = event.data; document.body.append(note); };
          const frame = document.createElement('iframe');
          frame.style = 'width: 390px; height: 800px; border: 0';
          frame.srcdoc = document.documentElement.outerHTML.replace(/<script>[^]*$/, '') + `<scr` + `ipt>
            for (const details of document.querySelectorAll('details')) details.open = true;
            const root = document.documentElement;
            parent.postMessage(JSON.stringify([root.scrollWidth, root.clientWidth]), '*');</scr` + `ipt>`;
          document.body.append(frame);"""
        wide, seen = json.loads(self.said(self.opened(telephone)))
        self.assertEqual(wide, seen)
        self.assertLessEqual(seen, 390)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
