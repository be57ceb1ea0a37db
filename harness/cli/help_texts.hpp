// What `--help` and the man page say at length: beside the definitions, which stay readable.
// SPDX-License-Identifier: MIT
#pragma once

namespace afresh::cli {

inline constexpr const char* kAbout =
    "afresh tests how Python add-ons are hot-reloaded: after a reload, is the add-on what a fresh "
    "start would have given?";

/// `{aspects}` stands for a line of each aspect: see `compare_help`.
inline constexpr const char* kCompareHelp = R"(
Every case is run under every strategy. After each reload, what the add-on is and has touched is
compared with a fresh start of the same files; after a disable, with a host that never saw it.
Strategies stand by family, the best first: a bar and a count for fresh, a mark for each other aspect:
{aspects}
Examples:
  afresh compare                                     all strategies, all scenarios
  afresh compare --strategy my_reload.py             your own strategy
  afresh compare --case 'scenarios/import_*.case' --strategy reload-sorted --strategy purge-dotted
  afresh compare --generated 300 --seed 7            and 300 generated packages
  afresh compare --host blender-5.0                  what is written for Blender, in the real one
  afresh compare --host all                          in every host that there is
  afresh compare --html report.html                  the page: matrices, witnesses, plots
  afresh compare --all --verbose                     every row, and the witness of every failure
  afresh why purge-prefix                            and then: exact counts, and what shows them
  afresh compare --markdown table.md --junit tests.xml

In a project's own tests, where a verdict may be the reason to stop:
  afresh compare --strategy my_reload.py --fail-on fresh,clean           either fails in some case
  afresh compare --fail-on unknown --fail-on leaks@purge-dotted           or one strategy's alone
  afresh compare --strategy my_reload.py --json good.json                keep a report, and later:
  afresh compare --strategy my_reload.py --baseline good.json            what passed then must pass
Exit status: 0 it ran, 1 what --fail-on names happened or a verdict of the --baseline got worse,
2 wrong use or a case that cannot be run, 3 trouble in the harness itself,
130 stopped by Ctrl-C: the records so far are in REPORT.*.part, one JSON object a line.)";

inline constexpr const char* kWhyHelp = R"(
Each comparison keeps its report for this. Without ASPECT: how many cases of each aspect pass, and
of each that fails the smallest case, a proof in one sentence, and the command that replays it.
With ASPECT: all cases that fail it, are unknown or were refused. Without STRATEGY: the answer of
that comparison once more.
Exit status: 0, or 2 where there is no report, or nothing of that name in it.

Examples:
  afresh why purge-prefix
  afresh why purge-prefix clean
  afresh why reload-sorted fresh --report good.json)";

inline constexpr const char* kCheckHelp = R"(
DIR is an add-on as a package, FILE one of a single module: one that has register() and
unregister(), and needs nothing beyond the standard library, its host and --path. One for Blender
runs in the newest one of this machine that its manifest or bl_info allows, else in an embedded
work-alike; the first line says which. It is only read. It is switched on, reloaded in
every way and switched off, and held against fresh starts. One diagnostic is told for each cause:
  error    the add-on's own fault, when its host switches it off and on
  warning  it shows only under some ways of reloading
'afresh explain CODE' says more of the word in brackets.

Without --edit and --since every module is edited by moving all its lines, which changes nothing but
shows whatever is older than its file; then comes an edit that cannot load. It deletes no name: that
a reload in place would keep one, only --edit and --since show.

A comment accepts a diagnostic of its line, or alone on a line that of the line below it:
  # afresh: accept[leftover-handler] the application empties this list itself

Its code runs with your rights, with HOME, TMPDIR and the XDG folders in memory, and what lies
outside can only be read where this machine allows namespaces. That is no sandbox: do not check
code that you do not trust.
Exit status: 0 no error, 1 an error that neither a comment nor the --baseline has; 2 wrong use, or
an add-on that cannot be loaded; 3 trouble in the harness itself.

Examples:
  afresh check my_addon/
  afresh check my_addon/ --host blender             in the newest Blender: see 'afresh hosts'
  afresh check my_addon/ --only leftovers           a matter of a second or two
  afresh check my_addon/ --format short             for editors; sarif, github, junit for builds
  afresh check my_addon/ --format json > known.json and from then on: --baseline known.json
  afresh check my_addon/ --strategy my_reload.py --strategy purge-dotted
  afresh check my_addon/ --edit ../new/my_addon     from one version to another
  afresh check my_addon/ --since v1.2               from a revision of its git repository
  afresh check my_addon/ --since v1.2..v1.3         from one revision to another
  afresh check my_addon/ --no-network --path ~/venv/lib/python3.11/site-packages
  afresh check my_addon/ --cases cases --html check.html)";

inline constexpr const char* kDiffHelp = R"(
OLD and NEW are what 'afresh compare --json' wrote. A line for each verdict that is another:
  star_import · toggle · fresh: pass → fail(stale-code)
  regressions    passed in OLD and does no more: it fails, is unknown, refused or absent in NEW
  improvements   failed, was unknown or refused in OLD, and passes in NEW
  other changes  all else: it fails in another way, is unknown where it failed, was absent
Cases, strategies and trials that only one of them has are counted; so are new findings where an
aspect failed before. The last line sums it up.
Exit status: 0 no regression, 1 there is one, 2 wrong use: a file that is no such report,
3 trouble in the harness itself.

Examples:
  afresh compare --json old.json      before the change, and after it: --json new.json
  afresh diff old.json new.json
  afresh diff <(git show HEAD:report.json) report.json
  afresh compare --baseline old.json  both steps in one)";

inline constexpr const char* kRenderHelp = R"(
REPORT is what 'afresh compare --json' wrote; without it, what the last comparison found. Nothing
is run.
A report has no files of its cases. They are shown of each case that is still in its place, and as
long as it was.
Exit status: 0 all is written, 2 wrong use: a file that is no such report, or no form asked for.

Examples:
  afresh render --html report.html
  afresh render report.json --markdown summary.md --junit tests.xml)";

inline constexpr const char* kReplayHelp = R"(
Tells one case in full: story, steps, and what each strategy leaves behind.
Exit status: 0 every verdict that the case states holds, 1 one does not, 2 wrong use, 3 trouble in the harness.

Examples:
  afresh replay from_import_constant --strategy reload-sorted
  afresh replay scenarios/star_import.case
  afresh replay blender_submodule --host blender
  afresh replay star_import --strategy toggle --record toggle.json    and: afresh judge toggle.json)";

inline constexpr const char* kUnpackHelp = R"(
Writes a folder to mail with a bug report: the add-on's files of each version as v1, v2, …, the
case, the strategy, and repro.py, which plays the case with nothing but CPython (3.10 or newer),
holds it against fresh starts, and ends with status 1 where they differ.
It does not see all that afresh does: what it cannot show, it names.
Exit status: 0 the folder is written, 2 wrong use: a folder that is there, a case that cannot be
run, 3 trouble in the harness itself.

Examples:
  afresh unpack star_import --strategy reload-sorted
  afresh unpack mine.case --strategy my_reload.py --to bug
  python3 bug/repro.py)";

inline constexpr const char* kExecHelp = R"(
Runs SCRIPT as __main__ in an interpreter that has nothing of yours but the standard library, with
the host's modules: 'bpy', 'addon_utils' and what belongs to them, as Blender 3.4 has them in the
background, or 'hostapi'. What follows SCRIPT is in sys.argv.
In a real Blender of this machine it runs in the background, as a factory start has it. Your
settings are neither read nor written.
The embedded bpy is for what add-ons register with: it draws nothing and edits no meshes, and says
so where it is asked to.
Exit status: the script's own, 1 after an exception; 2 wrong use.

Examples:
  afresh exec my_script.py
  afresh exec --host plain my_script.py with arguments
  afresh exec --host blender my_script.py)";

inline constexpr const char* kHostsHelp = R"(
Without a command below it, lists the embedded hosts and the real Blenders that are found, each with
its version, Python and place, or why it cannot be used. A Blender is found
  - where 'hosts add' puts it: $XDG_DATA_HOME/afresh/hosts, by default in ~/.local/share
  - as the package bpy of an active virtual environment
  - as an executable 'blender' on PATH
  - where AFRESH_HOSTS says, with ':' between its places: virtual environments, or Blenders.
    AFRESH_HOSTS=none finds none, wherever it may be
Exit status: 0, or 2 for wrong use.

Examples:
  afresh hosts
  afresh hosts add bpy==5.0.*
  afresh check my_addon/ --host blender-5.0
  afresh hosts remove blender-5.0
  AFRESH_HOSTS=~/venv:~/blender-4.2.1-linux-x64 afresh hosts)";

inline constexpr const char* kHostsAddHelp = R"(
Installs the newest version that this allows and a Python of this machine can run, into a virtual
environment of its own. Your settings of pip apply. It takes about 400 MB to load and 1 GB of disk.
After a failure or Ctrl-C nothing of it is left. Nothing is asked.
Exit status: 0 it is there, 2 it is not, 130 stopped by Ctrl-C.

Examples:
  afresh hosts add bpy==5.0.*
  afresh hosts add bpy==4.2.23)";

inline constexpr const char* kExplainHelp = R"(
A word is a kind of finding (stale-code), a code of check (leftover-handler), an aspect (fresh), who
is to blame (add-on) or an answer (unknown). Without one all are listed.
Exit status: 0, or 2 for a word that no report has.

Examples:
  afresh explain
  afresh explain identity-split)";

inline constexpr const char* kCompletionHelp = R"text(
Prints the script on standard output. It completes commands, options, files, and the names of
strategies and scenarios, for which it asks the afresh that is being completed.
Exit status: 0, or 2 for another shell.

Examples:
  eval "$(afresh completion bash)"      in ~/.bashrc
  afresh completion zsh > "${fpath[1]}/_afresh"
  afresh completion fish > ~/.config/fish/completions/afresh.fish)text";

inline constexpr const char* kManHelp = R"(
Prints this program's manual page, as roff source.

Examples:
  afresh man > afresh.1
  man -l afresh.1)";

}  // namespace afresh::cli
