# Whatever file, heading or name a document points at is there.
# SPDX-License-Identifier: MIT
import re
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from pages import Page, anchor, read_pages  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = "harness|reports|tests|scenarios|generators|docs|build"
PATH = re.compile(rf"`((?:{FOLDERS})/[^`\s]+)`")
NAME_IN_FILE = re.compile(r"`([A-Za-z_][\w<>]*)` in `([^`\s]+/[^`\s]+)`")
# Of the reader's own that is to be made, or made by a build.
EXAMPLES = {"harness/strategies/my_way.py", "scenarios/what-goes-wrong.case"}


def broken_links(page):
    broken = []
    for link in page.links():
        if "://" in link:
            continue
        name, _, heading = link.partition("#")
        target = (page.path.parent / name) if name else page.path
        if not target.exists():
            broken.append(link)
        elif heading:
            there = [anchor(each) for each in Page(target, target.read_text(encoding="utf-8")).headings()]
            if heading not in there:
                broken.append(link)
    return broken


def missing_paths(page, root=ROOT):
    prose = "\n".join(line for line, is_code in page.lines() if not is_code)
    return [path for path in PATH.findall(prose)
            if path not in EXAMPLES and not path.startswith("build/") and not list(root.glob(path))]


def missing_names(page, root=ROOT):
    prose = " ".join(line.strip() for line, is_code in page.lines() if not is_code)
    found = NAME_IN_FILE.findall(prose)
    return found, [(name, path) for name, path in found
                   if not (root / path).is_file() or name not in (root / path).read_text(encoding="utf-8")]


class Links(unittest.TestCase):
    def test_links_lead_to_a_file_and_its_heading(self):
        for page in read_pages(ROOT):
            with self.subTest(page=page.path.name):
                self.assertEqual(broken_links(page), [])

    def test_paths_in_the_text_are_there(self):
        for page in read_pages(ROOT):
            with self.subTest(page=page.path.name):
                self.assertEqual(missing_paths(page), [])

    def test_names_stand_in_the_file_that_a_recipe_says(self):
        count = 0
        for page in read_pages(ROOT):
            with self.subTest(page=page.path.name):
                found, missing = missing_names(page)
                count += len(found)
                self.assertEqual(missing, [])
        self.assertGreater(count, 10)

    def test_the_readme_leads_to_every_page(self):
        readme, *others = read_pages(ROOT)
        links = {link.partition("#")[0] for link in readme.links()}
        pages = {str(page.path.relative_to(ROOT)) for page in others}
        self.assertEqual(pages - links, set())

    def test_what_is_broken_is_found(self):
        page = Page(ROOT / "docs" / "x.md", "[a](nowhere.md) [b](../README.md#nothing) `harness/no.cpp`"
                                            " `kNothing` in `harness/values/aspect.hpp`")
        self.assertEqual(broken_links(page), ["nowhere.md", "../README.md#nothing"])
        self.assertEqual(missing_paths(page), ["harness/no.cpp"])
        self.assertEqual(missing_names(page)[1], [("kNothing", "harness/values/aspect.hpp")])


if __name__ == "__main__":
    unittest.main()
