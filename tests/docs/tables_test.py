# Each table of words in the documents is the program's own, row by row.
# SPDX-License-Identifier: MIT
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from pages import read_pages  # noqa: E402
from tables import VOCABULARIES, read_families, read_strategies, read_words, strategy_row  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]


def tables_headed(word):
    return [rows[1:] for page in read_pages(ROOT) for _, rows in page.tables() if rows[0][0] == word]


class Tables(unittest.TestCase):
    def test_vocabularies_are_those_of_the_headers(self):
        for head in VOCABULARIES:
            with self.subTest(head=head):
                words = [[f"`{name}`", meaning] for name, meaning in read_words(ROOT, head)]
                self.assertGreater(len(words), 3)
                tables = tables_headed(head)
                self.assertTrue(tables)
                for rows in tables:
                    self.assertEqual(rows, words)

    def test_strategies_stand_under_their_family(self):
        page = next(page for page in read_pages(ROOT) if page.path.name == "strategies.md")
        shown = {heading.lower(): rows[1:] for heading, rows in page.tables() if rows[0][0] == "strategy"}
        strategies = read_strategies(ROOT)
        self.assertGreater(len(strategies), 30)
        expected = {}
        for stem, family, summary in strategies:
            expected.setdefault(family, []).append(strategy_row(stem, summary))
        self.assertEqual(shown, expected)

    def test_families_are_explained_in_their_own_words(self):
        page = next(page for page in read_pages(ROOT) if page.path.name == "strategies.md")
        for name, how in read_families(ROOT):
            if name.capitalize() not in page.headings():
                continue
            with self.subTest(family=name):
                self.assertIn(how, [block.replace("`", "") for block in page.prose()])


if __name__ == "__main__":
    unittest.main()
