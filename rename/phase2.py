#!/usr/bin/env python3
"""Renames of phase 2, applied to a checkout: `phase2.py TREE`; `phase2.py TREE --check` only reports (with
`--collisions` and `--counts` more of it).

Works on identifiers by word boundary in C++ code, by the first rule of phase2_table.WORDS whose scope holds the file.
Text in quotes (raw strings too) stays; in comments only what stands in backquotes follows, and names of moved files.
What is not there is skipped; the report at the end names the rules that met nothing, and each file in which a new name
was there before (a collision to look at). Running it twice does nothing more.
"""
import functools, os, re, subprocess, sys
from collections import Counter, defaultdict
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from phase2_table import DOCS, MOVES, PATTERNS, WORDS

root, is_check = sys.argv[1], "--check" in sys.argv
os.chdir(root)
def git(*a): return subprocess.run(["git", *a], check=True, capture_output=True, text=True).stdout
files = [f for f in git("ls-files").split("\n") if f]
LEFT_ALONE = re.compile(r"^(tests/conformance/cases|harness/hosts/bpy/schema/|tests/reports/golden/)")
FOLDERS = {"*": "", "gen": "generators/", "t": "tests/", "reports": "reports/", "bpy": "harness/hosts/bpy/", "plain": "harness/hosts/plain/"}
FOLDERS |= {n: f"harness/{n}/" for n in "values wire casefile addon agent engine worker python hosts oracles evidence repro cli diagnosis".split()}

@functools.cache
def parsed(scope):
    items = []
    for item in scope.split():
        alias, _, stems = item.partition(":")
        assert alias in FOLDERS or alias.startswith("t/"), scope
        items.append((FOLDERS[alias] if alias in FOLDERS else f"tests/{alias[2:]}/", set(stems.split(",")) if stems else None))
    return items

@functools.cache
def stems_of(path):
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    # A file that this script moved before counts under its old name too.
    return {stem} | {o for d, o, n in MOVES if n == stem and path.startswith(d)}

def holds(scope, path):
    return any(path.startswith(prefix) and (stems is None or stems_of(path) & stems) for prefix, stems in parsed(scope))

# --- files ---------------------------------------------------------------------------------------------------------
moves, unmoved = {}, []
for folder, old, new in MOVES:
    found = [f for f in files if f.startswith(folder) and re.search(rf"(^|/){re.escape(old)}\.[ch]pp$", f)]
    if not found: unmoved.append(f"{folder}{old}")
    for f in found:
        target = f"{f.rsplit('/', 1)[0]}/{new}.{f.rsplit('.', 1)[1]}"
        if target in files: print(f"not moved, the target is there: {f} -> {target}")
        else: moves[f] = target

SEGMENTS = re.compile(r'''(?P<raw>\bR"(?P<d>[^()\\\s]{0,16})\(.*?\)(?P=d)")|(?P<comment>//[^\n]*|/\*.*?\*/)'''
                      r'''|(?P<string>"(?:\\.|[^"\\\n])*")|(?P<char>(?<![\w])'(?:\\.|[^'\\\n])+')''', re.S)
WORD = re.compile(r"[A-Za-z_]\w*")
met, met_patterns, collisions, touched = Counter(), Counter(), defaultdict(set), []

def rules_for(path):
    words, patterns = {}, []
    for n, (scope, old, new, _) in enumerate(WORDS):
        if old not in words and holds(scope, path): words[old] = (n, new)
    for n, (scope, pattern, new, _) in enumerate(PATTERNS):
        if holds(scope, path): patterns.append((n, re.compile(pattern), new))
    return words, patterns

def code(text, words, patterns):
    for n, pattern, new in patterns:
        text, count = pattern.subn(new, text)
        met_patterns[n] += count
    def sub(m):
        rule = words.get(m[0])
        # The standard library's own: std::any_of, std::ranges::all_of.
        if rule is None or re.search(r"(\bstd|\branges|\bviews)::$", m.string[max(0, m.start() - 8):m.start()]): return m[0]
        met[rule[0]] += 1
        return rule[1]
    return WORD.sub(sub, text)

basenames = {o.rsplit("/", 1)[1]: n.rsplit("/", 1)[1] for o, n in moves.items()}
def comment(text, words, path):
    def quoted(m):
        def word(w):
            # `Property.type` is Python's, `Property::type` ours; a plain word may be anybody's.
            is_ours = re.search(r"[A-Z_]", w[0]) or m[1].startswith(w[0] + "(")
            is_pythons = re.match(r"\.\w", m[1][w.end():]) or m[1][:w.start()].endswith(".")
            return words[w[0]][1] if w[0] in words and is_ours and not is_pythons else w[0]
        return "`" + WORD.sub(word, m[1]) + "`"
    text = re.sub(r"`([^`\n]+)`", quoted, text)
    for old, new in moves.items(): text = text.replace(old, new)
    folder = path.split("/")[0:2]
    for old, new in moves.items():
        # A bare file name means one of the same part of the tree.
        o, n = old.rsplit("/", 1)[1], new.rsplit("/", 1)[1]
        if old.split("/")[:2] == folder or old.split("/")[0] == folder[0] == "generators":
            text = re.sub(rf"(?<![\w/.]){re.escape(o)}\b", n, text)
    return text

def cpp(text, path):
    words, patterns = rules_for(path)
    before = set()
    out, at = [], 0
    def plain(part):
        before.update(WORD.findall(part))
        out.append(code(part, words, patterns))
    for m in SEGMENTS.finditer(text):
        plain(text[at:m.start()])
        part = m[0]
        if m["comment"]: part = comment(part, words, path)
        elif m["string"] and text[text.rfind("\n", 0, m.start()) + 1:m.start()].strip().startswith("#include"):
            part = f'"{moves.get(part[1:-1], part[1:-1])}"'
        out.append(part)
        at = m.end()
    plain(text[at:])
    for old, (n, new) in words.items():
        if old in before and new in before: collisions[path].add(f"{old} -> {new}")
    return "".join(out)

for f in files:
    if LEFT_ALONE.match(f) or not os.path.isfile(f) or os.path.islink(f): continue
    try: text = open(f, encoding="utf-8", newline="").read()
    except UnicodeDecodeError: continue
    new = text
    if f.endswith((".cpp", ".hpp")): new = cpp(text, f)
    elif f.endswith("CMakeLists.txt"):
        folder = os.path.dirname(f)
        def source(m):
            path = os.path.normpath(os.path.join(folder, m[0]))
            if path in moves: return os.path.relpath(moves[path], folder or ".")
            return moves.get(m[0], m[0])
        new = re.sub(r"(?<![\w./-])[\w./-]+\.[ch]pp(?!\w)", source, new)
    elif f.endswith((".md", ".py", ".yml", ".yaml", ".sh", ".cmake", ".json")) or "." not in os.path.basename(f):
        for o, n in moves.items(): new = re.sub(rf"(?<![\w/]){re.escape(o)}\b", n, new)
    for suffix, pattern, replacement in DOCS:
        if f.endswith(suffix): new = re.sub(pattern, replacement, new)
    if new != text:
        touched.append(f)
        if not is_check: open(f, "w", encoding="utf-8", newline="").write(new)

if not is_check:
    for o, n in moves.items(): git("mv", o, n)
    changed = [moves.get(f, f) for f in sorted(set(touched) | set(moves)) if f.endswith((".cpp", ".hpp"))]
    if changed: subprocess.run(["xargs", "-0", "-P2", "-n40", "clang-format", "-i"], input="\0".join(changed).encode(), check=True)
    git("add", "-A")
print(f"{len(touched)} files changed, {len(moves)} moved, {sum(met.values()) + sum(met_patterns.values())} places")
print("rules that met nothing:", ", ".join(f"{WORDS[n][1]} ({WORDS[n][0]})" for n in range(len(WORDS)) if not met[n]) or "none")
print("patterns that met nothing:", "; ".join(f"{PATTERNS[n][1]} ({PATTERNS[n][0]})" for n in range(len(PATTERNS)) if not met_patterns[n]) or "none")
print("files not found:", ", ".join(unmoved) or "none")
if "--collisions" in sys.argv:
    for f in sorted(collisions): print("  was there before:", f, "|", "; ".join(sorted(collisions[f])))
if "--counts" in sys.argv:
    for n, count in sorted(met.items()): print(f"  {count:4} {WORDS[n][1]} -> {WORDS[n][2]} ({WORDS[n][0]})")
