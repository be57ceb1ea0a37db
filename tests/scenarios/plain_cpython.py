# SPDX-License-Identifier: MIT
"""What every scenario does in plain CPython, without anything of afresh: is afresh right about it?

Idea: each trial runs with a host of a few lines in a process that has seen nothing before, against other new
    processes that have only the final files, as `repro.py` does it that `afresh unpack` writes: with the files
    that it is made of (harness/repro). Once as it does, comparing all that plain Python sees; and once comparing
    nothing but what the add-on's own functions return, the left side of each `expect DEMO.run() == …`.
Held against: expected_verdicts.txt. Where behaviour is wrong, *fresh* (or *recovery*) must fail, or
    *process-state* name the behaviour as wrong, where the add-on itself is to blame. Where some aspect fails, `repro.py`
    must find something; where all pass, nothing.
Never: reads what afresh measured, but for that table.
"""

import argparse
import concurrent.futures
import pathlib
import sys
import tempfile
from typing import Any

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))  # Taken off by each process of a trial.
sys.dont_write_bytecode = True
sys.path.append(str(HERE.parent.parent / "harness" / "repro"))
from disk import unchanged  # noqa: E402
from plain_case import read_case, write_versions  # noqa: E402
from repro import Runs  # noqa: E402
from stand_in_host import Refused  # noqa: E402

sys.path.pop()
AT_A_TIME = 2
Trial = tuple[str, str, list[str], list[str] | None]  # case, strategy, behaviours, what repro.py finds (None: refused)


def wrong_behaviours(runs: Runs, trial: dict[str, Any]) -> list[str]:
    """Where a trial's behaviour is not that of a fresh process, in words."""
    found = []
    for checkpoint in trial["checkpoints"]:
        if "had" in checkpoint or not runs.case["steps"][checkpoint["step"]].startswith("reload "):
            continue
        fresh = runs.fresh_start(checkpoint)
        if fresh["error"]:
            continue  # An edit that cannot load: there is nothing to be like.
        if checkpoint["error"]:
            found.append(f"the reload raised {checkpoint['error']}")
        for expression, value in fresh["values"].items():
            here = checkpoint["values"].get(expression)
            if here != value:
                found.append(f"{expression} gives {here}, in a fresh process {value}")
    return found


def stated(path: pathlib.Path) -> dict[tuple[str, str], dict[str, str]]:
    """Of each case and strategy, `pass` or `fail…` by aspect."""
    table = {}
    for line in path.read_text().splitlines():
        name, _, verdicts = line.partition(": ")
        case, strategy = name.split()
        table[case, strategy] = dict(word.split("=", 1) for word in verdicts.split() if not word.startswith("add-on="))
    return table


def objections(verdicts: dict[str, str], behaviours: list[str], found: list[str] | None) -> list[str]:
    sentences = []
    newness = verdicts.get("fresh", verdicts.get("recovery", "absent"))
    is_told = newness.startswith("fail") or "wrong-behaviour" in verdicts.get("process-state", "")
    if behaviours and not is_told:
        sentences.append(f"afresh says {newness}, but in plain CPython {'; '.join(behaviours)}")
    if found and not set(verdicts.values()) - {"pass"}:
        sentences.append(f"afresh says that all is well, but repro.py finds {'; '.join(found[:3])}")
    if found == [] and fails(verdicts):
        sentences.append(f"afresh says {verdicts}, but repro.py finds nothing")
    return sentences


def fails(verdicts: dict[str, str]) -> bool:
    return any(verdict.startswith("fail") for verdict in verdicts.values())


def check(job: tuple[pathlib.Path, list[pathlib.Path]]) -> list[Trial]:
    path, strategies = job
    case, versions = read_case(path)
    trials: list[Trial] = []
    with tempfile.TemporaryDirectory(prefix="afresh-plain-") as folder, tempfile.TemporaryDirectory() as temporary:
        write_versions(versions, pathlib.Path(folder))
        starts: dict[str, dict[str, Any]] = {}
        for strategy in strategies:
            runs = Runs({**case, "folder": folder}, str(strategy), temporary)
            if runs.adapt is unchanged:  # Then a fresh start has nothing of the strategy.
                runs.starts = starts
            trial = runs.trial()
            behaviours = wrong_behaviours(runs, trial)
            try:
                found = [f"{one.aspect}: {one.sentence}" for one in runs.of_trial(trial)]
            except Refused:
                found = None
            trials.append((path.stem, strategy.stem.replace("_", "-"), behaviours, found))
    return trials


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
    # What Blender's work-alike does, only the real Blender can tell.
    cases = [one for one in sorted(options.scenarios.glob(options.case + ".case"))
             if "\nhost: bpy" not in one.read_text()]
    jobs = [(case, strategies[at % options.every :: options.every]) for at, case in enumerate(cases)]
    trials = wrong = bad = failing = shown = 0
    with concurrent.futures.ProcessPoolExecutor(AT_A_TIME) as pool:
        for case, strategy, behaviours, found in (one for some in pool.map(check, jobs) for one in some):
            judged = verdicts.get((case, strategy), {})
            sentences = objections(judged, behaviours, found)
            trials, wrong, bad = trials + 1, wrong + bool(behaviours), bad + bool(sentences)
            failing, shown = failing + fails(judged), shown + (fails(judged) and bool(found))
            if sentences or options.case != "*":
                print(f"{case} {strategy}: {'; '.join(sentences or behaviours or found or ['as in a fresh process'])}")
    print(f"{trials} trials in plain CPython {sys.version.split()[0]}: {wrong} behave otherwise than a fresh process; "
          f"repro.py shows {shown} of the {failing} that afresh fails; they contradict each other in {bad}")
    return 1 if bad or not trials else 0


if __name__ == "__main__":
    sys.exit(main())
