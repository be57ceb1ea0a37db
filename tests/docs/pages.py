# The documents as tests need them: prose, sentences, tables, code blocks, links. Knows as much of
# Markdown as they use. SPDX-License-Identifier: MIT
import re
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(r"^ *```")
COMMENT = re.compile(r"<!--.*?-->", re.S)
ITEM = re.compile(r"^ *(?:[-*]|\d+\.) +")
WORD = re.compile(r"[^\W_]")
# A sentence begins with a capital, a digit, `code`, or with what the program is called.
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[\"(]?(?:[A-Z0-9`]|afresh\b))")


@dataclass
class Page:
    path: Path
    text: str

    def lines(self):
        """Each line with whether it is code. Fences are no lines."""
        is_code = False
        for line in COMMENT.sub("", self.text).splitlines():
            if FENCE.match(line):
                is_code = not is_code
            else:
                yield line, is_code

    def prose(self):
        """Paragraphs and items of lists, each on one line."""
        blocks, is_open = [], False
        for line, is_code in self.lines():
            bare = line.strip()
            is_other = is_code or not bare or bare.startswith(("#", "|", "!["))
            if is_other:
                is_open = False
            elif ITEM.match(line):
                blocks.append(ITEM.sub("", line))
                is_open = True
            elif is_open:
                blocks[-1] += " " + bare
            else:
                blocks.append(bare)
                is_open = True
        return blocks

    def headings(self):
        return [line.lstrip("# ") for line, is_code in self.lines() if not is_code and line.startswith("#")]

    def tables(self):
        """Each table as its rows of cells, the heads first, with the heading above it."""
        found, heading, rows = [], "", None
        for line, is_code in [*self.lines(), ("", False)]:
            if line.startswith("#") and not is_code:
                heading = line.lstrip("# ")
            if line.lstrip().startswith("|") and not is_code:
                if rows is None:
                    rows = []
                    found.append((heading, rows))
                cells = re.split(r"(?<!\\)\|", line.strip()[1:-1])
                if not set("".join(cells)) <= set(" -:"):
                    rows.append([cell.strip() for cell in cells])
            else:
                rows = None
        return found

    def links(self):
        prose = "\n".join(line for line, is_code in self.lines() if not is_code)
        return re.findall(r"\]\(([^)\s]+)\)", prose)

    def words(self):
        """All of them, of code blocks and tables too, as `wc -w` counts."""
        return len(self.text.split())


def read_pages(root):
    root = Path(root)
    paths = [root / "README.md", root / "CONTRIBUTING.md", *sorted((root / "docs").glob("*.md"))]
    return [Page(path, path.read_text(encoding="utf-8")) for path in paths]


def plain(text):
    """Without marks: `code` is one word, a link its text."""
    text = re.sub(r"`[^`]*`", "Code", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return text.replace("*", "")


def sentences(block):
    """The sentences of a block; the last may be a fragment, as items of lists are."""
    return [part for part in SENTENCE_END.split(plain(block)) if count_words(part)]


def count_words(sentence):
    return sum(1 for word in sentence.split() if WORD.search(word))


def is_whole(sentence):
    return sentence.rstrip('")').endswith((".", "!", "?", ":"))


def anchor(heading):
    """As GitHub makes it."""
    text = re.sub(r"[^\w\- ]", "", plain_heading(heading).lower())
    return text.replace(" ", "-")


def plain_heading(heading):
    return heading.replace("`", "").replace("*", "")
