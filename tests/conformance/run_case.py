"""Runs one conformance case, step by step, and says where the host answers otherwise.

    afresh exec tests/conformance/run_case.py [--except FILE] CASE|FOLDER…              the embedded bpy
    blender -b --factory-startup --python tests/conformance/run_case.py -- CASE|FOLDER…    the real one

A case is a Python file. Its steps are separated by lines `#%%`, share one namespace, and end with what
Blender answered: `#= ok`, `#= value TEXT`, `#= raises TYPE TEXT` or `#= signal NAME`, TEXT as a JSON
string. Each case runs in a forked child, so that each begins alike and a crash ends only that one.
FILE names cases that are known to differ, one a line, each with a reason behind a colon; one of them
that agrees is an error too, so that the list stays true.
Exit status: 0 when every step of all others agrees, 1 otherwise.
"""
import ast
import json
import os
import re
import signal
import sys
import tempfile
import types


def read_case(path):
    """Title, whether it is stable, and the steps: pairs of code and expected answer."""
    title, stable, steps, lines = "", True, [], []
    with open(path, encoding="utf-8") as file:
        for line in file.read().splitlines():
            if line.startswith("# title: "):
                title = line[len("# title: "):]
            elif line.startswith("# unstable"):
                stable = False
            elif line.startswith("#= "):
                steps.append(("\n".join(lines) + "\n", line[3:]))
                lines = []
            elif not line.startswith("#%%"):
                lines.append(line)
    return title, stable, steps


class Normalizer:
    """Takes out of an answer what is different in each run."""

    def __init__(self, folder):
        import bpy
        self.parts = [(folder, "<TMP>"), (os.environ.get("HOME") or "<no home>", "<HOME>")]
        data = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(
            getattr(bpy, "__file__", "")))))
        if data and os.path.isabs(data):
            self.parts.append((data, "<BLENDER>"))

    def __call__(self, text):
        for part, name in self.parts:
            text = text.replace(part, name)
        text = re.sub(r"<TMP>/tmp[a-z0-9_]{8}\b", "<TMP>/*", text)
        text = re.sub(r"0x[0-9A-Fa-f]{6,}", "0x*", text)
        # Where in its own script Blender calls an operator: not a matter of add-ons.
        return re.sub(r"Location: \S+:\d+", "Location: *", text)


def answer_of(code, names, file, normalize):
    tree = ast.parse(code, file)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = ast.Expression(tree.body.pop().value)
    try:
        if tree.body:
            exec(compile(tree, file, "exec", dont_inherit=True), names)
        value = None
        if last is not None:
            value = eval(compile(last, file, "eval", dont_inherit=True), names)
        if value is None:
            return "ok"
        return "value " + json.dumps(normalize(repr(value)), ensure_ascii=False)
    except BaseException as error:
        text = normalize(str(error))
        return "raises %s %s" % (type(error).__name__, json.dumps(text, ensure_ascii=False))


def run_here(path, out):
    """The answers of a case, one line each."""
    folder = tempfile.mkdtemp(prefix="case-")
    tempfile.tempdir = os.environ["TMPDIR"] = folder
    normalize = Normalizer(folder)
    module = types.ModuleType("blender_case")
    sys.modules["blender_case"] = module
    try:
        for index, (code, _expected) in enumerate(read_case(path)[2]):
            out.write(answer_of(code, module.__dict__, "<step %d>" % index, normalize) + "\n")
            out.flush()
    finally:
        import shutil
        shutil.rmtree(folder, ignore_errors=True)


def run_in_child(path):
    """The answers, and what the case printed; the last is `signal NAME` where the child died of one."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out, tempfile.TemporaryFile("w+b") as said:
        sys.stdout.flush()
        sys.stderr.flush()
        child = os.fork()
        if child == 0:
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
            for number in (signal.SIGSEGV, signal.SIGABRT, signal.SIGFPE):
                signal.signal(number, signal.SIG_DFL)
            signal.alarm(60)
            run_here(path, out)
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        out.seek(0)
        answers = out.read().splitlines()
        if os.WIFSIGNALED(status):
            answers.append("signal " + signal.Signals(os.WTERMSIG(status)).name)
        said.seek(0)
        return answers, said.read().decode("utf-8", "replace")


def differences(path):
    title, _stable, steps = read_case(path)
    answers, said = run_in_child(path)
    found = []
    for index, (code, expected) in enumerate(steps):
        answer = answers[index] if index < len(answers) else "nothing"
        if answer != expected:
            found.append("step %d\n%s  expected %s\n  got      %s\n"
                         % (index, "".join("    | %s\n" % l for l in code.strip().splitlines()),
                            expected, answer))
    if found:
        found.insert(0, title + "\n")
        found.append("it printed:\n" + said)
    return found


def known_to_differ(path):
    with open(path, encoding="utf-8") as file:
        lines = [line.partition(":") for line in file if line.strip() and not line.startswith("#")]
    if not all(reason.strip() for _name, _colon, reason in lines):
        sys.exit("%s: a case without a reason; expected NAME: REASON" % path)
    return {name.strip() for name, _colon, _reason in lines}


def files_of(paths):
    for path in paths:
        if os.path.isdir(path):
            yield from (os.path.join(path, f) for f in sorted(os.listdir(path)) if f.endswith(".py"))
        else:
            yield path


def main(arguments):
    excepted = set()
    if arguments[:1] == ["--except"]:
        excepted = known_to_differ(arguments[1])
        arguments = arguments[2:]
    agreed, wrong, differing, unstable = 0, 0, set(), 0
    for path in files_of(arguments):
        name = os.path.splitext(os.path.basename(path))[0]
        if not read_case(path)[1]:
            unstable += 1
            continue
        found = differences(path)
        if not found:
            agreed += 1
            continue
        differing.add(name)
        if name not in excepted:
            wrong += 1
            print("DIFFERS %s: %s" % (name, "".join(found)))
    for name in sorted(excepted - differing):
        wrong += 1
        print("AGREES  %s: it is named as one that differs, and does not" % name)
    print("%d cases agree, %d differ as they are known to, %d wrong; %d unstable ones are not compared"
          % (agreed, len(differing & excepted), wrong, unstable))
    sys.stdout.flush()
    return 1 if wrong else 0


if __name__ == "__main__":
    if "--" in sys.argv:
        sys.exit(main(sys.argv[sys.argv.index("--") + 1:]))
    sys.exit(main(sys.argv[1:]))
