# SPDX-License-Identifier: MIT
"""Reads JUnit XML from standard input with a parser that is not of this project, and prints what a
build server would see of it: one JSON list a line, of the suites and then of their test cases."""
import json
import sys
import xml.etree.ElementTree as ElementTree

root = ElementTree.parse(sys.stdin.buffer).getroot()
if root.tag != "testsuites":
    sys.exit(f"the root is {root.tag}")


def counts(element):
    return [int(element.get(key)) for key in ("tests", "failures", "errors", "skipped")]


def show(*words):
    print(json.dumps(words, ensure_ascii=False))


show("all", *counts(root))
for suite in root:
    show("suite", suite.get("name"), *counts(suite))
    for case in suite:
        inside = [[child.tag, child.get("type"), child.get("message"), child.text] for child in case]
        show("case", case.get("classname"), case.get("name"), *inside)
