# SPDX-License-Identifier: MIT
# The steps of a case in one process, held against fresh starts in others: after each reload, a new process that has
# only ever seen the files as they then are; after each disable, one in which the add-on was never enabled.

import json
import os
import subprocess
import sys
import tempfile
from typing import Any, Iterator, NamedTuple

from disk import Disk, Walk, load_strategy
from process import play
from stand_in_host import Refused

There = dict[str, dict[str, str]]  # a description by its part: modules, host, process
SHOWN = 12
PROGRAM = os.path.abspath(sys.modules[play.__module__].__file__)


class Difference(NamedTuple):
    aspect: str  # as afresh calls it: fresh, process-state, clean, rollback, isolation, live-objects, …
    step: str
    sentence: str


class Died(Exception):
    """A process ended without an answer, or not at all."""


class Trouble(Exception):
    """In this file itself, which is nobody's difference."""


def in_new_process(job: dict[str, Any], seed: int | None = None) -> dict[str, Any]:
    """What a process answers that has seen nothing of the add-on: forked from this one, which has not either, or a new
    Python, where another hash seed is asked for and where there is no fork."""
    job_file, answer_file = (os.path.join(job["folder"], name) for name in ("job.json", "answer.json"))
    with open(job_file, "w") as file:
        json.dump(job, file)
    if os.path.exists(answer_file):
        os.remove(answer_file)
    if seed is None and hasattr(os, "fork"):
        status = status_of_fork(job_file, answer_file)
    else:
        command = [sys.executable, "-s", "-B", PROGRAM, "--process", job_file, answer_file]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        environment["PYTHONHASHSEED"] = str(seed or 0)
        status = subprocess.run(command, env=environment, capture_output=True).returncode
    if not os.path.exists(answer_file):
        raise Died(f"ended without an answer ({f'signal {-status}' if status < 0 else f'status {status}'})")
    with open(answer_file) as file:
        answer = json.load(file)
    if "trouble" in answer:
        raise Trouble(answer["trouble"])
    return answer


def status_of_fork(job_file: str, answer_file: str) -> int:
    sys.stdout.flush()
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        play(job_file, answer_file)
        os._exit(0)
    finally:
        os._exit(1)


class Runs:
    """The trial of a case under a strategy, and the fresh starts that it is held against."""

    def __init__(self, case: dict[str, Any], strategy: str, folder: str) -> None:
        self.case = {**case, "steps": unrolled(list(case["steps"]))}
        self.strategy, self.folder = strategy, folder
        self.root = os.path.join(folder, "addons")
        self.adapt = load_strategy(strategy)["adapt"]
        self.starts: dict[str, dict[str, Any]] = {}
        self.is_broken = False  # By an edit that cannot load.

    def job(self, **more: Any) -> dict[str, Any]:
        return {"case": self.case, "strategy": self.strategy, "folder": self.folder, "root": self.root, "start": 0,
                "enable": [], "order": [], "imports": [], "document": {}, "only_expect": False, **more}

    def trial(self) -> dict[str, Any]:
        """What was there after each step, `refused` with a reason; a restart goes on in another process."""
        walk = Walk(self.case, self.adapt, Disk(self.root)).begin()
        job = self.job(versions=walk.versions, disk=walk.disk.state())
        checkpoints: list[dict[str, Any]] = []
        while True:
            answer = in_new_process(job)
            if job["start"]:
                answer["checkpoints"][0]["before"] = restart["before"]
            checkpoints += answer["checkpoints"]
            if "restart" not in answer:
                return {**answer, "checkpoints": checkpoints}
            restart = answer["restart"]
            job.update(restart["job"])
            checkpoints.append({"step": job["start"] - 1, "had": restart["had"], "kept": job["document"]})
            if "disk" not in restart["keep"]:
                walk = Walk(self.case, self.adapt, Disk(self.root, *job["disk"]))
                walk.versions = job["versions"]
                walk.disk.lay_out(walk.all_files())

    def fresh_start(self, checkpoint: dict[str, Any], seed: int | None = None) -> dict[str, Any]:
        """A new process with the files as they were at this checkpoint, and nothing else."""
        step = checkpoint["step"]
        is_disable = self.case["steps"][step].startswith("disable ")
        enable = self.enabled_after(step)
        job = self.job(start=step + 1, enable=enable, order=enable, versions=checkpoint["versions"],
                       imports=checkpoint["imports"] if is_disable else [], only_expect=True)
        expects = [one for one in self.case["steps"][step + 1 :] if one.startswith("expect ")]
        key = json.dumps([job["versions"], enable, job["imports"], len(expects), seed])
        if key not in self.starts:
            walk = Walk(self.case, self.adapt, Disk(self.root))
            walk.versions = dict(checkpoint["versions"])
            walk.disk.lay_out(walk.all_files())
            self.starts[key] = in_new_process({**job, "disk": walk.disk.state()}, seed)["checkpoints"][0]
        return self.starts[key]

    def enabled_after(self, step: int) -> list[str]:
        """As the user has it, whatever became of it; in the order in which each was first enabled."""
        order: dict[str, bool] = {}
        for word, name in (one.split()[:2] for one in self.case["steps"][: step + 1] if one != "turn"):
            if word in ("enable", "reload", "disable"):
                order[name] = word != "disable"
        return [name for name, is_enabled in order.items() if is_enabled]

    def differences(self) -> list[Difference]:
        """Between the trial and fresh starts. `Refused` where the strategy says that it cannot do this, `Died` where a
        fresh start gives no answer."""
        try:
            trial = self.trial()
        except Died as died:
            return [Difference("fresh", "all steps", f"the process {died}")]
        return self.of_trial(trial)

    def of_trial(self, trial: dict[str, Any]) -> list[Difference]:
        found: list[Difference] = []
        self.is_broken = False
        for checkpoint in trial["checkpoints"]:
            found += self.of_checkpoint(checkpoint)
        if "refused" in trial and not found:
            raise Refused(trial["refused"])
        found += [Difference("leaks", "all steps and a collection", f"an old {path} is still in memory")
                  for path in trial.get("alive", [])]
        return list(dict.fromkeys(found))

    def of_checkpoint(self, checkpoint: dict[str, Any]) -> list[Difference]:
        step = self.case["steps"][checkpoint["step"]]
        if "had" in checkpoint:
            return [Difference("user-data", step, f"the user's value of {path} is lost")
                    for path in checkpoint["had"] if path not in checkpoint["kept"]]
        fresh = self.fresh_start(checkpoint)
        found = [Difference("user-data", step, f"the user's value of {path} is lost") for path in checkpoint["lost"]]
        found += [Difference("isolation", step, sentence) for sentence in checkpoint["harmed"]]
        is_disable = step.startswith("disable ")
        aspect = "recovery" if self.is_broken else "fresh"
        self.is_broken = bool(fresh["error"])
        if fresh["error"]:  # There is nothing to be like but what was before.
            if checkpoint["error"] and "before" in checkpoint:
                found += [Difference("rollback", step, sentence)
                          for _, _, sentence in unlike(checkpoint["there"], checkpoint["before"], "before there was")]
            return found
        if checkpoint["error"] and not is_disable:
            found.append(Difference(aspect, step, f"it raised {checkpoint['error']}"))
        yardstick = "where it was never enabled there is" if is_disable else "after a fresh start there is"
        differing = list(unlike(checkpoint["there"], fresh["there"], yardstick))
        if any(path in checkpoint["there"][part] and path in fresh["there"][part] for part, path, _ in differing):
            # What two fresh starts do not agree on, a reload need not give.
            again = self.fresh_start(checkpoint, seed=1)
            masked = [(part, path) for part, path, _ in unlike(again["there"], fresh["there"], "") if part != "process"]
            differing = [one for one in differing if one[:2] not in masked]
        for part, _, sentence in differing:
            of_part = "clean" if is_disable else "process-state" if part == "process" else aspect
            found.append(Difference(of_part, step, sentence))
        of_fresh_start = [expression for expression, *_ in fresh["false"]]
        for expression, behaviour, value, live in checkpoint["false"]:
            there = fresh["values"].get(behaviour)
            if expression not in of_fresh_start:
                found.append(Difference(live or aspect, step, f"`expect {expression}` does not hold: {behaviour} gives "
                                        + value + (f", after a fresh start {there}" if there else "")))
        return found


def unlike(here: There, there: There, yardstick: str) -> Iterator[tuple[str, str, str]]:
    """The paths at which two descriptions differ, without what lies below such a path; each with a sentence."""
    for part in there:
        last = None
        for path in sorted({*here[part], *there[part]}):
            is_below = last is not None and path.startswith(last) and path[len(last) :][:1] in tuple(".[{ (")
            if here[part].get(path) == there[part].get(path) or is_below:
                continue
            last = path
            this, that = cut(here[part].get(path, "nothing"), there[part].get(path, "nothing"))
            yield part, path, f"{path}: here is {this}; {yardstick} {that}"


def cut(this: str, that: str) -> list[str]:
    """Both, where they are long only around the place at which they begin to differ."""
    begin = max(len(os.path.commonprefix([this, that])) - 30, 0)
    dots = "…" if begin else ""
    return [dots + text[begin : begin + 90] + ("…" if len(text) > begin + 90 else "") for text in (this, that)]


def main(case: dict[str, Any], folder: str) -> int:
    """0: as after a fresh start; 1: not, and how; 2: this cannot be played."""
    case = {**case, "folder": folder}
    print(f"{case['name']} under {case['strategy']}, in plain CPython {sys.version.split()[0]}")
    with tempfile.TemporaryDirectory(prefix="repro-") as temporary:
        try:
            found = Runs(case, os.path.join(folder, "strategy", case["file"]), temporary).differences()
        except Refused as refusal:
            return say(f"the strategy refuses to do this: {refusal}", 2)
        except Trouble as trouble:
            return say(f"{trouble}\ntrouble in repro.py itself", 2)
        except Died as died:
            return say(f"a fresh start {died}; expected an add-on that can be enabled", 2)
    step = ""
    for one in found[:SHOWN]:
        if one.step != step:
            print(f"\nafter `{one.step}`:")
        step = one.step
        print(f"  {one.aspect}: {one.sentence}")
    if len(found) > SHOWN:
        print(f"  … and {len(found) - SHOWN} more")
    unseen = {aspect: proof for aspect, proof in case["afresh"].items() if aspect not in {one.aspect for one in found}}
    for aspect, proof in unseen.items():
        print(f"\nnot seen here, but by afresh: {aspect}: {proof}")
    if found:
        return say(f"{len(found)} difference{'s' * (len(found) > 1)} from a fresh start", 1)
    return say("as after a fresh start, as far as plain Python sees", 0)


def say(sentence: str, status: int) -> int:
    print(f"\n{sentence} (status {status})")
    return status


def unrolled(lines: list[str]) -> list[str]:
    """The steps with every `repeat N … end` written out."""
    steps: list[str] = []
    while lines and lines[0].strip() != "end":
        line = lines.pop(0).strip()
        if not line.startswith("repeat "):
            steps.append(line)
            continue
        body = unrolled(lines)
        steps += int(line.removeprefix("repeat ")) * body
        lines.pop(0)
    return steps
