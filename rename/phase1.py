#!/usr/bin/env python3
"""Renames of phase 1: applied to a checkout of the old names; deterministic."""
import os, re, subprocess, sys
root = sys.argv[1]
os.chdir(root)
def git(*a): return subprocess.run(["git", *a], check=True, capture_output=True, text=True).stdout
files = [f for f in git("ls-files").split("\n") if f]
GRAPH = "alignment children graph_view likeness mask match reach root_pairs scope shared_ranks structural_hash classify differences describe words module_names renamer renaming dependants".split()
ATTR = {"addon_doing": "addon_attribution", "host_doing": "host_side_effects", "residue": "residue", "cause": "cause", "effects": "effect_lines", "history": "history", "sources": "sources"}
ASPECTS = {n: n for n in "aspect_oracle checkpoint_view clean fresh interruption judge load module_runs".split()}
ASPECTS |= {"opinion": "oracle_result", "keeps_old": "rollback", "leak": "leaks", "library_harm": "library_changes", "live": "live_objects", "neighbour": "isolation",
  "old_bodies": "stale_modules", "old_copies": "stale_imports", "old_results": "stale_derived_values", "recovers": "recovery", "state": "user_data", "surface": "process_state", "took_hold": "edit_status"}
moves = {}
def stem_moves(folder, old, newfolder, new, tests=None):
    for ext in (".cpp", ".hpp"):
        f = f"{folder}/{old}{ext}"
        if f in files: moves[f] = f"{newfolder}/{new}{ext}"
for n in GRAPH: stem_moves("harness/oracles", n, "harness/oracles/graph", n)
for o, n in ATTR.items(): stem_moves("harness/oracles", o, "harness/oracles/attribution", n)
for o, n in ASPECTS.items(): stem_moves("harness/oracles", o, "harness/oracles/aspects", n)
def test_move(o, n, room):
    f = f"tests/oracles/{o}_test.cpp"
    if f in files: moves[f] = f"tests/oracles/{room}/{n}_test.cpp"
for n in GRAPH: test_move(n, n, "graph")
test_move("match_property", "match_property", "graph")
for o, n in ATTR.items(): test_move(o, n, "attribution")
for o, n in ASPECTS.items(): test_move(o, n, "aspects")
stem_moves("harness/engine", "fair_question", "harness/engine", "validate_case")
stem_moves("harness/engine", "held_names", "harness/engine", "user_references")
moves["tests/engine/held_names_test.cpp"] = "tests/engine/user_references_test.cpp"
stem_moves("harness/worker", "census", "harness/worker", "resource_usage")
moves["tests/hostile/census_test.cpp"] = "tests/hostile/resource_usage_test.cpp"
stem_moves("harness/worker", "enclosure", "harness/worker", "sandbox")
moves["tests/hostile/enclosure_test.cpp"] = "tests/hostile/sandbox_test.cpp"
stem_moves("tests/hostile", "misdeeds", "tests/hostile", "hostile_behaviours")
moves["tests/hostile/misdeeds_test.cpp"] = "tests/hostile/hostile_behaviours_test.cpp"
stem_moves("harness/agent", "ballast", "harness/agent", "aging_addon")
stem_moves("harness/hosts/bpy", "ballast", "harness/hosts/bpy", "aging_addon")
stem_moves("harness/hosts/plain", "ballast", "harness/hosts/plain", "aging_addon")
stem_moves("harness/agent", "generations", "harness/agent", "loads")
stem_moves("harness/engine", "laboratory", "harness/engine", "worker_pool")
stem_moves("reports", "explain_harm", "reports", "explain_side_effects")
for f in files:
    if re.match(r"tests/(casefile|generators)/test_\w+\.cpp$", f):
        d, b = f.rsplit("/", 1); moves[f] = f"{d}/{b[5:-4]}_test.cpp"
    m = re.match(r"tests/host/(\w+)\.cpp$", f)
    if m and m[1] not in ("main", "host_test"): moves[f] = f"tests/host/{m[1]}_test.cpp"
moves = {o: n for o, n in moves.items() if o in files}
for o, n in moves.items():
    os.makedirs(os.path.dirname(n), exist_ok=True); git("mv", o, n)
files = [moves.get(f, f) for f in files]

WORDS = {  # identifiers, C++ everywhere
 "why_unfair": "validate_case", "fair_question": "validate_case", "held_names": "user_references", "is_about_held": "is_about_user_references", "are_held_gone": "are_user_references_gone",
 "is_addons_doing": "is_addon_fault", "is_addons": "is_addon_fault", "HostDoing": "HostSideEffects", "host_doing": "host_side_effects", "hosts_doing": "host_side_effects", "hosts_doing_": "host_side_effects_", "host_doing_of": "find_host_side_effects", "is_of_host": "is_host_side_effect", "addon_doing": "addon_attribution",
 "addons_own": "addon_control_survivors", "library_harm": "library_changes", "Harm": "SideEffect", "HarmByRoot": "SideEffectsByRoot", "explain_harm": "explain_side_effects",
 "took_hold": "edit_status", "TookHold": "EditStatus", "kTookHold": "kApplied", "kNothingToSee": "kNotVisible", "kDidNotTakeHold": "kNotApplied", "edit_did_not_arrive": "is_edit_not_applied",
 "CaseInHand": "PreparedCase", "in_hand": "prepare_case", "Opinion": "OracleResult", "doubt": "inconclusive_reason", "doubt_about": "find_inconclusive_reason", "Census": "ResourceUsage", "census": "resource_usage", "take_census": "measure_resource_usage",
 "ballast": "aging_addon", "Ballast": "AgingAddon", "misdeeds": "hostile_behaviours", "misdeed": "hostile_behaviour", "Misdeed": "HostileBehaviour", "Misdeeds": "HostileBehaviours", "kMisdeeds": "kHostileBehaviours",
 "OldResults": "StaleDerivedValues", "OldCopies": "StaleImports", "OldBodies": "StaleModules", "add_old_results": "add_stale_derived_values", "add_old_copies": "add_stale_imports", "add_old_bodies": "add_stale_modules", "old_result": "stale_derived_value", "old_copy": "stale_import", "old_bodies": "stale_modules", "old_copies": "stale_imports", "old_results": "stale_derived_values",
 "judge_keeps_old": "judge_rollback", "judge_recovers": "judge_recovery", "judge_neighbour": "judge_isolation", "judge_live": "judge_live_objects", "judge_state": "judge_user_data", "judge_surface": "judge_process_state", "judge_leak": "judge_leaks",
 "kSurface": "kProcessState", "kKeepsOld": "kRollback", "kRecovers": "kRecovery", "kNeighbour": "kIsolation", "kLive": "kLiveObjects", "kState": "kUserData",
 "kUnsupported": "kRefused", "unsupported": "refused",
 "Laboratory": "WorkerPool", "laboratory": "worker_pool", "laboratory_": "worker_pool_", "LaboratoryOptions": "WorkerPoolOptions", "shared_laboratory": "shared_worker_pool", "Enclosure": "Sandbox", "enclosure": "sandbox", "enclosure_": "sandbox_",
 "kMostAddonBytes": "kMaxAddonBytes", "kMostFloat": "kMaxFloat",
}
UNITS = {"kMostChoices": "kMaxChoices", "kMostCollections": "kMaxCollections", "kMostColumns": "kMaxColumns", "kMostElements": "kMaxElements", "kMostFindings": "kMaxFindings", "kMostKept": "kMaxKeptObjects", "kMostLines": "kMaxLines", "kMostMasked": "kMaxMaskedFraction", "kMostMemory": "kMaxMemoryBytes", "kMostNameBytes": "kMaxNameBytes", "kMostNames": "kMaxNames", "kMostObstacles": "kMaxObstacles", "kMostPasses": "kMaxPasses", "kMostPaths": "kMaxPaths", "kMostProcesses": "kMaxProcesses", "kMostRepeats": "kMaxRepeats", "kMostRestarts": "kMaxRestarts", "kMostSeconds": "kMaxSeconds", "kMostShifts": "kMaxShifts", "kMostStars": "kMaxStarImports", "kMostSteps": "kMaxSteps", "kMostWords": "kMaxTextBytes"}
WORDS |= UNITS
word_re = re.compile(r"(?<![\w-])(" + "|".join(sorted(map(re.escape, WORDS), key=len, reverse=True)) + r")(?!\w)")
# generation: a count of loads in the agent, the version of files elsewhere
def generation(text, word):
    W, cap = word, word.capitalize()
    keep = r"(?<![\w-])(generation[-_]swap\w*|load_generation|purge_generation\w*)"
    def sub(m):
        return m.group(0)
    out = []
    parts = re.split(r"(generation[-_ ]swap[\w-]*|old_generation_still_registered|stage of generation|size of generation)", text)
    for i, p in enumerate(parts):
        if i % 2 == 0:
            p = p.replace("GENERATION", W.upper()).replace("Generation", cap).replace("generation", W)
        out.append(p)
    return "".join(out)
ASPECT = {"surface": "process-state", "keeps-old": "rollback", "recovers": "recovery", "neighbour": "isolation", "live": "live-objects", "state": "user-data", "leak": "leaks"}
alts = "|".join(ASPECT)
def aspects_in_lines(t):
    t = re.sub(rf"(?<![\w-])({alts})(?==(pass|fail|unknown|unsupported|refused))", lambda m: ASPECT[m[1]], t)
    t = re.sub(rf"(?<![\w-])(add-on|host|interpreter)=({alts}):", lambda m: f"{m[1]}={ASPECT[m[2]]}:", t)
    t = re.sub(rf"(?<=[,;])({alts})(?=:[a-z])", lambda m: ASPECT[m[1]], t)
    t = re.sub(r"(?<![\w-])([a-z-]+)=unsupported\b", r"\1=refused", t)
    t = re.sub(r"(?m)^(\s*[\"']?claims: )(.*)$", lambda m: m[1] + re.sub(rf"(?<![\w-])({alts})(?![\w-])", lambda k: ASPECT[k[1]], m[2]), t)
    t = re.sub(rf"\*({alts})\*", lambda m: f"*{ASPECT[m[1]]}*", t)
    return t
inc = {o: n for o, n in moves.items()}
cpp = []
for f in files:
    if f.startswith("tests/conformance/cases") or f.endswith((".png", ".pdf")) or f.startswith("harness/hosts/bpy/schema/") or not os.path.isfile(f) or os.path.islink(f): continue
    try: t = open(f, encoding="utf-8", newline="").read()
    except UnicodeDecodeError: continue
    s = t
    for o, n in inc.items():
        if o.endswith(".hpp"): s = s.replace(f'"{o}"', f'"{n}"')
    is_cpp = f.endswith((".cpp", ".hpp"))
    if is_cpp:
        # enumerators of FindingKind keep kLeak
        s = re.sub(r"\bAspect::kLeak\b", "Aspect::kLeaks", s)
        s = word_re.sub(lambda m: WORDS[m[1]], s)
        if re.search(r"\bopinion\b", s):
            s = re.sub(r"\bopinion\b", "result" if not re.search(r"\bresult\b", s) else "oracle_result", s)
        s = generation(s, "load" if f.startswith("harness/agent/") or "/agent/" in f else "version")
    elif f.endswith("CMakeLists.txt"):
        d = os.path.dirname(f)
        for o, n in moves.items():
            if o.startswith(d + "/"):
                s = re.sub(rf"(?<![\w./-]){re.escape(o[len(d)+1:])}(?![\w])", n[len(d)+1:] if n.startswith(d + "/") else n, s)
    if not is_cpp and not f.startswith("generators/") and f.endswith((".case", ".txt", ".py", ".md")) and not f.endswith("CMakeLists.txt") and not f.startswith("tests/reports/golden/"):
        if f.endswith((".md", ".py", ".case")): s = generation(s, "version")
    s = aspects_in_lines(s)
    if s != t:
        open(f, "w", encoding="utf-8", newline="").write(s)
    if is_cpp: cpp.append(f)
subprocess.run(["xargs", "-0", "-P2", "-n40", "clang-format", "-i"], input="\0".join(cpp).encode(), check=True)
git("add", "-A")
