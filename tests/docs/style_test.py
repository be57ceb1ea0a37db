# The documents are as short and as plain as CONTRIBUTING.md says.
# SPDX-License-Identifier: MIT
import re
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from pages import Page, count_words, is_whole, read_pages, sentences  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
MAX_WORDS_README = 700
MAX_WORDS_SENTENCE = 25
MAX_WORDS_AVERAGE = 15
# Nobody is told by anything.
RIDDLES = [r"\btold by\b", r"\bis told\b", r"\bare told\b", r"\bone is shown\b"]


def too_long(page):
    return [each for block in page.prose() for each in sentences(block)
            if count_words(each) > MAX_WORDS_SENTENCE]


def average(page):
    counts = [count_words(each) for block in page.prose() for each in sentences(block) if is_whole(each)]
    return sum(counts) / max(1, len(counts))


class Style(unittest.TestCase):
    def test_readme_is_short(self):
        readme = read_pages(ROOT)[0]
        self.assertLessEqual(readme.words(), MAX_WORDS_README)

    def test_no_sentence_is_long(self):
        for page in read_pages(ROOT):
            with self.subTest(page=page.path.name):
                self.assertEqual(too_long(page), [])

    def test_sentences_are_short_on_average(self):
        for page in read_pages(ROOT):
            with self.subTest(page=page.path.name):
                self.assertLessEqual(average(page), MAX_WORDS_AVERAGE)

    def test_somebody_does_what_is_done(self):
        for page in read_pages(ROOT):
            for block in page.prose():
                for riddle in RIDDLES:
                    with self.subTest(page=page.path.name, block=block):
                        self.assertIsNone(re.search(riddle, block))

    def test_each_page_says_for_whom_it_is(self):
        for page in read_pages(ROOT):
            if page.path.name == "README.md":
                continue
            with self.subTest(page=page.path.name):
                self.assertTrue(page.prose()[0].startswith("For "), page.prose()[0])


class Splitter(unittest.TestCase):
    """What finds no long sentence must be able to find one."""

    def split(self, text):
        return [each for block in Page(Path("x.md"), text).prose() for each in sentences(block)]

    def test_a_sentence_ends_before_a_capital_or_code(self):
        self.assertEqual(len(self.split("It runs. It ends with 1, e.g. here. `replay` does so too!")), 3)

    def test_a_sentence_goes_over_lines_and_items_begin_new_ones(self):
        self.assertEqual(self.split("One\ntwo.\n- three\n  four\n- five"), ["One two.", "three four", "five"])

    def test_code_tables_and_headings_are_no_sentences(self):
        self.assertEqual(self.split("# Head\n```\nsome code\n```\n| a | b |\n| - | - |\n<!-- x -->"), [])

    def test_a_long_sentence_is_found(self):
        self.assertEqual(len(too_long(Page(Path("x.md"), "word " * 26 + "."))), 1)
        self.assertEqual(len(too_long(Page(Path("x.md"), "word " * 25 + "."))), 0)

    def test_the_average_is_of_whole_sentences(self):
        self.assertEqual(average(Page(Path("x.md"), "One two three.\n\n- a fragment of a list\n")), 3)


if __name__ == "__main__":
    unittest.main()
