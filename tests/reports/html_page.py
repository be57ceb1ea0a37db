# SPDX-License-Identifier: MIT
"""Reads a page of `compare --html` with a parser that is not of this project. As a program: from standard
input, and prints what is in it as one JSON object. Judges only what no page may have (`problems`)."""

from __future__ import annotations

import json
import re
import sys
from html.parser import HTMLParser
from typing import Any

VOID = {"meta", "br", "hr", "img", "link", "input"}
BLOCKS = {"p", "ul", "ol", "dl", "pre", "table", "figure", "section", "h1", "h2", "h3", "details", "div", "form"}
ADDRESSES = {"href", "src", "srcset", "action", "data", "poster", "xlink:href", "style"}


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.problems: list[str] = []
        self.outline: list[str] = []  # every element with the names of its attributes
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tables: list[dict[str, Any]] = []
        self.current: dict[str, Any] = {}  # the last of them that began
        self.open_details: list[str] = []
        self.options: dict[str, list[str]] = {}
        self.texts: dict[str, list[str]] = {}  # by the element and its class: `pre.command`
        self.stack: list[tuple[str, str]] = []
        self.section: dict[str, str | None] = {}
        self.select = ""
        self.feed(text)
        self.close()
        self.problems += [f"<{tag}> is never closed" for tag, _ in self.stack]
        self.problems += sorted({f"two elements are called {name}" for name in self.ids if self.ids.count(name) > 1})
        self.problems += [f"no place is called {link}" for link in self.links if link[1:] not in self.ids]
        for script in self.texts.get("script", []):
            if script.lstrip().startswith("{"):
                self.data = json.loads(script)
        for style in self.texts.get("style", []):
            self.problems += re.findall(r"url\(.*|@import.*", style)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.begin(tag, dict(attrs))
        if tag not in VOID:
            self.stack.append((tag, tag + "".join(f".{name}" for name in (dict(attrs).get("class") or "").split())))
            self.texts.setdefault(self.stack[-1][1], []).append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.begin(tag, dict(attrs))

    def begin(self, tag: str, attrs: dict[str, str | None]) -> None:
        self.outline.append(" ".join([tag, *attrs]))
        if tag in BLOCKS and any(outer == "p" for outer, _ in self.stack):
            self.problems.append(f"<{tag}> within <p>")
        for name, value in attrs.items():
            if name in ADDRESSES and not (value or "").startswith("#"):
                self.problems.append(f"{name}={value!r} leads away")
            if name.startswith("on"):
                self.problems.append(f"{name} of <{tag}>")
        if attrs.get("id"):
            self.ids.append(attrs["id"] or "")
        if tag == "a":
            self.links.append(attrs.get("href") or "")
            if self.stack and self.stack[-1][0] == "td":
                self.current["rows"][-1]["cells"][-1]["link"] = attrs.get("href")
        elif tag == "section":
            self.section = attrs
        elif tag == "details" and "open" in attrs:
            self.open_details.append(attrs.get("id") or "")
        elif tag == "select":
            self.select = attrs.get("name") or ""
        elif tag == "option":
            self.options.setdefault(self.select, []).append(attrs.get("value") or "")
        elif tag == "table":
            self.begin_table((attrs.get("class") or "").split()[-1])
        elif tag == "tr" and any(outer == "tbody" for outer, _ in self.stack):
            name = attrs.get("data-case") if "data-case" in attrs else attrs.get("data-strategy")
            self.current["rows"].append({"name": name, "heading": "", "hidden": "hidden" in attrs, "cells": []})
        elif tag == "th" and attrs.get("scope") == "col":
            for key in ("data-aspect", "data-feature", "data-strategy"):
                if key in attrs and attrs[key] not in self.current["columns"]:
                    self.current["columns"].append(attrs[key])
        elif tag == "td":
            cell = {"class": attrs.get("class"), "text": "", "remarks": [], "link": None}
            self.current["rows"][-1]["cells"].append(cell)
        elif tag == "small" and self.stack and self.stack[-1][0] == "td":
            self.current["rows"][-1]["cells"][-1]["remarks"].append("")

    def begin_table(self, kind: str) -> None:
        """The tables of a section that are of one kind, each of a family, are read as one."""
        whole = {"host": self.section.get("data-host"), "generated": self.section.get("data-generated"), "class": kind}
        found = [table for table in self.tables if whole.items() <= table.items()]
        self.current = found[0] if found else {**whole, "columns": [], "rows": []}
        if not found:
            self.tables.append(self.current)

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack[-1][0] != tag:
            self.problems.append(f"</{tag}> at {self.getpos()}, where {self.stack[-1:]} is open")
        else:
            self.stack.pop()

    def handle_data(self, data: str) -> None:
        for name in {name for _, name in self.stack}:
            self.texts[name][-1] += data
        tags = [tag for tag, _ in self.stack]
        if "td" in tags:
            cell = self.current["rows"][-1]["cells"][-1]
            if "small" in tags:
                cell["remarks"][-1] += data
            else:
                cell["text"] += data
        elif "th" in tags and "tbody" in tags:
            self.current["rows"][-1]["heading"] += data

    def handle_comment(self, data: str) -> None:
        self.problems.append(f"the comment {data!r}")

    def table(self, kind: str, generated: bool = False) -> dict[str, Any]:
        """The first of its kind."""
        return next(t for t in self.tables if t["class"] == kind and t["generated"] == str(int(generated)))


if __name__ == "__main__":
    page = Page(sys.stdin.buffer.read().decode("utf-8"))
    keys = ("problems", "outline", "ids", "links", "tables", "options", "texts", "data")
    print(json.dumps({key: getattr(page, key, None) for key in keys}))
