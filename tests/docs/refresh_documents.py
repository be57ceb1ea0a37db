# Puts the present screens and tables into the documents:
#     python3 tests/docs/refresh_documents.py build/release/harness/cli/afresh
# A screen stands between `<!-- screen: NAME -->` and `<!-- end -->`; the first line of its code block
# is the command. Writes documents only. SPDX-License-Identifier: MIT
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from pages import read_pages  # noqa: E402
from tables import (VOCABULARIES, as_markdown, read_strategies, read_words, strategy_row)  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
SCREEN = re.compile(r"(<!-- screen: [\w-]+ -->\n```\n\$ \./afresh )(.*?)\n(.*?)(```\n<!-- end -->)", re.S)
TABLE = re.compile(r"(?:^\|.*\n)+", re.M)
COLUMNS = "100"


def answer(program, root, command):
    """What the command prints in the tree. Its reports go elsewhere. Status 1 is an answer too."""
    with tempfile.TemporaryDirectory() as folder:
        for entry in Path(root).iterdir():
            os.symlink(entry, Path(folder) / entry.name)
        environment = {"PATH": os.environ["PATH"], "HOME": folder, "LC_ALL": "C.UTF-8", "NO_COLOR": "1",
                       "AFRESH_HOSTS": "none",
                       "COLUMNS": COLUMNS}
        # A report that lies in the tree would be written through its link.
        (Path(folder) / "afresh-report.json").unlink(missing_ok=True)
        ran = subprocess.run([program, *shlex.split(command)], cwd=folder, env=environment, text=True,
                             stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             encoding="utf-8")
    if ran.returncode not in (0, 1) or not ran.stdout:
        raise SystemExit(f"afresh {command} ended with {ran.returncode}; expected an answer\n{ran.stderr}")
    return ran.stdout.strip("\n") + "\n"


def with_screens(text, program, root):
    return SCREEN.sub(lambda found: f"{found[1]}{found[2]}\n{answer(program, root, found[2])}{found[4]}", text)


def with_tables(text, root):
    strategies = {}
    for stem, family, summary in read_strategies(root):
        strategies.setdefault(family, []).append(as_markdown(strategy_row(stem, summary)))

    def renewed(found):
        lines = found[0].splitlines()
        head = lines[0].strip("| ").split(" | ")[0]
        above = re.findall(r"^#+ (.*)$", text[:found.start()], re.M)
        heading = above[-1].lower() if above else ""
        rows = None
        if head in VOCABULARIES:
            rows = [as_markdown([f"`{name}`", meaning]) for name, meaning in read_words(root, head)]
        elif head == "strategy" and heading in strategies:
            rows = strategies[heading]
        return found[0] if rows is None else "\n".join(lines[:2] + rows) + "\n"

    return TABLE.sub(renewed, text)


def refresh(program, root):
    for page in read_pages(root):
        text = with_screens(with_tables(page.text, root), program, root)
        if text != page.text:
            page.path.write_text(text, encoding="utf-8")
            print(f"{page.path.relative_to(root)} is renewed")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("expected the built program: refresh_documents.py build/release/harness/cli/afresh")
    refresh(str(Path(sys.argv[1]).resolve()), ROOT)
