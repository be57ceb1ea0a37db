# The tables of words in the documents, as the program's own tables have them: each vocabulary from
# its header, the strategies from their files. SPDX-License-Identifier: MIT
import re
from pathlib import Path

# By the head of the table's first column: the header and the enumeration.
VOCABULARIES = {
    "aspect": ("harness/values/aspect.hpp", "Aspect"),
    "outcome": ("harness/values/outcome.hpp", "Outcome"),
    "attribution": ("harness/values/attribution.hpp", "Attribution"),
    "finding": ("harness/values/finding_kind.hpp", "FindingKind"),
    "host": ("harness/values/host_kind.hpp", "HostKind"),
    "reason": ("harness/values/reason.hpp", "ReasonKind"),
    "registry": ("harness/values/probe_id.hpp", "ProbeId"),
    "code": ("harness/diagnosis/code.hpp", "DiagnosticCode"),
}
STRING = r'"(?:[^"\\]|\\.)*"'


def joined(literals):
    """C++ string literals that stand side by side."""
    return "".join(each[1:-1].replace('\\"', '"') for each in re.findall(STRING, literals))


def read_words(root, head):
    """The rows of a vocabulary, name and meaning, in the order of its header."""
    path, enumeration = VOCABULARIES[head]
    text = (Path(root) / path).read_text(encoding="utf-8")
    rows = re.findall(rf"Word<{enumeration}>\{{\s*[\w:]+,\s*({STRING}),\s*((?:{STRING}\s*)+)\}}", text)
    return [(joined(name), joined(meaning)) for name, meaning in rows]


def read_families(root):
    """Name and sentence of each family that strategies which ship can be in."""
    text = (Path(root) / "reports/families.hpp").read_text(encoding="utf-8")
    rows = re.findall(rf"Family\{{({STRING}), {STRING},\s*((?:{STRING}\s*)+)\}}", text)
    return [(joined(name), joined(how)) for name, how in rows]


def read_strategies(root):
    """Of each strategy that ships its file's stem, family and summary, in the order of the rows."""
    folder = Path(root) / "harness/strategies"
    listed = re.findall(r"(?<![\w/])(\w+)\.py\b", (folder / "CMakeLists.txt").read_text(encoding="utf-8"))
    found = []
    for stem in listed:
        path = folder / f"{stem}.py"
        if not path.exists():
            continue  # A tool of the build's.
        text = path.read_text(encoding="utf-8")
        family = re.search(r"^Family: (.*)$", text, re.M)
        summary = re.search(r'"""(.*)$', text, re.M)
        found.append((stem, family.group(1) if family else "", summary.group(1)))
    return found


def strategy_row(stem, summary):
    return [f"[{stem.replace('_', '-')}](../harness/strategies/{stem}.py)", summary]


def as_markdown(row):
    return "| " + " | ".join(row) + " |"
