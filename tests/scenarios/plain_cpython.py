# SPDX-License-Identifier: MIT
"""What every scenario does in plain CPython, without anything of afresh: is afresh right about it?

Idea: each trial runs in a new `python3`, with a host of a few lines, against another new `python3`
    that has only the final files. What is compared is what the add-on's own functions return: the
    left side of each `expect DEMO.run() == …`, and whether the reload raised.
Held against: expected_verdicts.txt. Where behaviour is wrong, *fresh* (or *recovers*) must fail, or
    *surface* name the behaviour as wrong, where the add-on itself is to blame; where neither, behaviour must be right. The converse does not hold: objects can be old
    although no expectation shows it.
Never: imports afresh or reads what it measured, but for that table.
"""

import argparse
import concurrent.futures
import json
import pathlib
import subprocess
import sys
import tempfile
from typing import Any

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True
from plain_case import Case, Disk, Walk, load_strategy, read_case, unchanged  # noqa: E402

AT_A_TIME = 2


def answers_in_new_process(job: dict[str, Any]) -> dict[str, Any]:
    command = [sys.executable, "-I", str(HERE / "plain_process.py")]
    done = subprocess.run(command, input=json.dumps(job), capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{job['case']['name']} {job['strategy']}: {done.stderr}")
    return json.loads(done.stdout)


class Runs:
    """The trials of one case, with the fresh processes that its strategies share."""

    def __init__(self, path: pathlib.Path, root: pathlib.Path) -> None:
        self.case = read_case(path)
        self.root = root
        self.references: dict[tuple[str, int], dict[str, Any]] = {}

    def differences(self, path: pathlib.Path) -> list[str]:
        """Where a trial's behaviour is not that of a fresh process, in words."""
        adapt = load_strategy(path)["adapt"]
        found = []
        for checkpoint in self.trial(path, adapt):
            reference = self.reference(path, adapt, checkpoint["step"])
            if reference["error"]:
                continue  # An edit that cannot load: there is nothing to be like.
            if checkpoint["error"]:
                found.append(f"the reload raised {checkpoint['error']}")
            for expression, value in reference["values"].items():
                here = checkpoint["values"].get(expression)
                if here != value:
                    found.append(f"{expression} gives {here}, in a fresh process {value}")
        return found

    def job(self, path: pathlib.Path, walk: Walk) -> dict[str, Any]:
        return {"case": vars(self.case), "strategy": str(path), "root": str(self.root), "start": 0, "enable": [],
                "order": [], "generations": walk.generations, "disk": walk.disk.state(), "arrived": False}

    def trial(self, path: pathlib.Path, adapt: Any) -> list[dict[str, Any]]:
        """What was answered after each reload; a restart goes on in another process."""
        walk = Walk(self.case, adapt, Disk(self.root)).begin()
        job = self.job(path, walk)
        checkpoints: list[dict[str, Any]] = []
        while True:
            result = answers_in_new_process(job)
            checkpoints += result["checkpoints"]
            if "restart" not in result:
                return checkpoints
            restart = result["restart"]
            job.update(restart["job"], arrived=True)
            if "disk" not in restart["keep"]:
                walk.generations = job["generations"]
                Disk(self.root).restore(job["disk"]).lay_out(walk.all_files())

    def reference(self, path: pathlib.Path, adapt: Any, upto: int) -> dict[str, Any]:
        """The same answers of a new process with the files as they are at this step."""
        key = ("" if adapt is unchanged else path.stem, upto)
        if key not in self.references:
            self.references[key] = self.new_reference(path, adapt, upto)
        return self.references[key]

    def new_reference(self, path: pathlib.Path, adapt: Any, upto: int) -> dict[str, Any]:
        walk = Walk(self.case, adapt, Disk(self.root)).begin()
        order: list[str] = []
        for step in self.case.steps[: upto + 1]:
            word, *rest = step.split()
            if word == "edit":
                walk.edit(*rest)
            elif word in ("enable", "reload") and rest[0] not in order:
                order.append(rest[0])
        walk.disk.lay_out(walk.all_files())
        job = self.job(path, walk)
        job.update(start=upto + 1, enable=order, order=order, arrived=True, only_expect=True)
        return answers_in_new_process(job)["checkpoints"][0]


def stated(path: pathlib.Path) -> dict[tuple[str, str], str]:
    """`pass` or `fail…` of what tells whether the add-on is new: `fresh`, or else `recovers`."""
    table = {}
    for line in path.read_text().splitlines():
        name, _, verdicts = line.partition(": ")
        words = dict(word.split("=", 1) for word in verdicts.split())
        case, strategy = name.split()
        verdict = words.get("fresh", words.get("recovers", "absent"))
        surface = words.get("surface", "")
        table[case, strategy] = surface if verdict == "pass" and "wrong-behaviour" in surface else verdict
    return table


def objection(verdict: str, found: list[str]) -> str:
    if found and not verdict.startswith("fail"):
        return f"afresh says {verdict}, but in plain CPython {'; '.join(found)}"
    return ""


def check(job: tuple[pathlib.Path, list[pathlib.Path]]) -> list[tuple[str, str, list[str]]]:
    case, strategies = job
    with tempfile.TemporaryDirectory(prefix="afresh-plain-") as folder:
        runs = Runs(case, pathlib.Path(folder) / "addons")
        return [(case.stem, path.stem.replace("_", "-"), runs.differences(path)) for path in strategies]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--scenarios", type=pathlib.Path, required=True)
    parser.add_argument("--strategies", type=pathlib.Path, required=True)
    parser.add_argument("--verdicts", type=pathlib.Path, required=True)
    parser.add_argument("--case", default="*", help="only scenarios of this name or pattern, each told in full")
    parser.add_argument("--every", type=int, default=1, help="only each Nth trial, other ones for each scenario")
    options = parser.parse_args()
    verdicts = stated(options.verdicts)
    strategies = sorted(options.strategies.glob("*.py"))
    cases = sorted(options.scenarios.glob(options.case + ".case"))
    jobs = [(case, strategies[at % options.every :: options.every]) for at, case in enumerate(cases)]
    trials = wrong = bad = 0
    with concurrent.futures.ThreadPoolExecutor(AT_A_TIME) as pool:
        for case, strategy, found in (one for some in pool.map(check, jobs) for one in some):
            sentence = objection(verdicts.get((case, strategy), "nothing"), found)
            trials, wrong, bad = trials + 1, wrong + bool(found), bad + bool(sentence)
            if sentence or options.case != "*":
                print(f"{case} {strategy}: {sentence or '; '.join(found) or 'as in a fresh process'}")
    print(f"{trials} trials in plain CPython {sys.version.split()[0]}: {wrong} behave otherwise than a fresh process; "
          f"afresh and they contradict each other in {bad}")
    return 1 if bad or not trials else 0


if __name__ == "__main__":
    sys.exit(main())
