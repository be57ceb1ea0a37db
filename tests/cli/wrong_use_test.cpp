// What a user can get wrong: one sentence, status 2, and no file touched.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "tests/cli/program.hpp"

namespace afresh::testing {
namespace {

using ::testing::StrEq;

/// Arguments, the files that they name, and all that must be said on standard error.
struct WrongUse {
  std::string name;
  std::vector<std::string> arguments;
  std::string sentence;
  std::map<std::string, std::string> files = {};
};
void PrintTo(const WrongUse& wrong, std::ostream* out) { *out << wrong.name; }

class WrongUses : public Program, public ::testing::WithParamInterface<WrongUse> {};

TEST_P(WrongUses, GetOneSentenceAndLoseNoReport) {
  for (const auto& [name, content] : GetParam().files) write(name, content);
  const std::string report = "an earlier report\n";
  write("afresh-report.json", report);
  std::vector<std::string> before = files();

  ProgramResult ran = run(GetParam().arguments);
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, StrEq("afresh: " + GetParam().sentence + "\n"));
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(read("afresh-report.json"), report);
  EXPECT_EQ(files(), before);
}

const std::string kStrategies =
    "restart-clean, restart, restart-document, do-nothing, toggle, reload-top, reload-mtime, "
    "script-reload, "
    "reload-sorted, reload-reversed, reload-sysmodules-order, reload-dependency-order, "
    "reload-to-fixed-point, reload-recursive, in-locals, reload-natural-order, purge-prefix, "
    "purge-prefix-simplified, purge-on-disable, purge-dotted, editor-extension, extension-update, "
    "purge-dotted-collect, "
    "purge-substring, purge-by-file, purge-since-baseline, purge-keep-package, "
    "purge-before-unregister, purge-and-sweep, load-from-file, load-under-private-name, "
    "single-file, sub-interpreter, transactional, generation-swap, generation-swap-migrate";
const std::string kReload = "def reload(host, addon): pass\n";
const std::string kLoads = "; expected a strategy that can be loaded";

std::vector<std::string> compare(const std::vector<std::string>& more) {
  std::vector<std::string> words{"compare"};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}
std::vector<std::string> with_strategy(const std::string& strategy) {
  return compare({"--case", "one_file", "--strategy", strategy});
}
std::string case_text(const std::string& steps, const std::string& source) {
  return "addon: demo\nsteps:\n" + steps + "\n-- 1/demo.py --\n" + source;
}
const std::string kSound = "def register(): pass\ndef unregister(): pass\n";

INSTANTIATE_TEST_SUITE_P(
    OfCases, WrongUses,
    ::testing::Values(
        WrongUse{"Unknown", compare({"--case", "nobody"}),
                 "no case 'nobody'; expected a .case file, a glob that matches some, or a name "
                 "from 'afresh scenarios'"},
        WrongUse{"GlobOfNothing", compare({"--case", "none/*.case"}),
                 "no case 'none/*.case'; expected a .case file, a glob that matches some, or a "
                 "name from 'afresh scenarios'"},
        WrongUse{"Malformed",
                 compare({"--case", "bad.case"}),
                 "bad.case:4: unknown step 'enabel'; expected enable, disable, reload, edit, "
                 "touch, set, python, expect, turn, repeat or end",
                 {{"bad.case", "# story\naddon: demo\nsteps:\n  enabel demo\n"}}},
        WrongUse{
            "WithoutRegister",
            compare({"--case", "bare.case"}),
            "bare.case:3: add-on 'demo' cannot be enabled on a fresh start (AttributeError: module "
            "'demo' has no attribute "
            "'register'); expected an add-on with register() and unregister()",
            {{"bare.case", case_text("  enable demo\n  reload demo\n", "x = 1\n")}}},
        WrongUse{
            "WithAFalseExpectation",
            compare({"--case", "false.case"}),
            "false.case:4: `expect demo.x == 2` gives 1 on a fresh start; expected to hold there",
            {{"false.case", case_text("  enable demo\n  expect demo.x == 2\n  reload demo\n",
                                      "x = 1\n" + kSound)}}},
        WrongUse{"WithAStepThatRaises",
                 compare({"--case", "raising.case"}),
                 "raising.case:4: `python x = 1 / 0` raises ZeroDivisionError: division by zero "
                 "before any reload; expected a step that runs",
                 {{"raising.case", case_text("  enable demo\n  python x = 1 / 0\n  reload demo\n",
                                             "x = 1\n" + kSound)}}},
        WrongUse{"SeveralToReplay",
                 {"replay", "*.case"},
                 "*.case: stands for several cases; replay takes one",
                 {{"a.case", case_text("  enable demo\n", kSound)},
                  {"b.case", case_text("  enable demo\n", kSound)}}},
        WrongUse{"NoScript", {"exec", "no.py"}, "no.py: cannot be read; expected a Python script"},
        WrongUse{"ScriptIsAFolder", {"exec", "/"}, "/: cannot be read; expected a Python script"},
        WrongUse{"UnpackForAnotherHost",
                 {"unpack", "blender_submodule"},
                 "blender_submodule: it is for the host 'bpy', which plain Python does not have; "
                 "expected a case for the host 'plain' ('afresh replay' runs any)"},
        WrongUse{"NoGeneratedNumber",
                 {"replay", "--generated-case", "7"},
                 "--generated-case '7'; expected SEED:INDEX, two numbers as a report names them, "
                 "or HOST:SEED:INDEX"},
        WrongUse{"BadGeneratedNumber",
                 {"replay", "--generated-case", "7:x"},
                 "--generated-case '7:x'; expected SEED:INDEX, two numbers as a report names them, "
                 "or HOST:SEED:INDEX"}),
    [](const auto& wrong) { return wrong.param.name; });

INSTANTIATE_TEST_SUITE_P(
    OfStrategies, WrongUses,
    ::testing::Values(
        WrongUse{"Unknown", with_strategy("nobody"),
                 "no strategy 'nobody'; expected one of " + kStrategies + ", or a Python file"},
        WrongUse{"MissingFile", with_strategy("missing.py"),
                 "missing.py: cannot be read; expected a strategy, as 'afresh strategies' lists "
                 "them, or a Python file"},
        WrongUse{"SyntaxError",
                 with_strategy("bad.py"),
                 "bad.py: SyntaxError: '(' was never closed (bad.py, line 2)" + kLoads,
                 {{"bad.py", "API = 1\ndef reload(host, addon:\n    pass\n"}}},
        WrongUse{"FailingImport",
                 with_strategy("needs.py"),
                 "needs.py: ModuleNotFoundError: No module named 'nobody_has_it'" + kLoads,
                 {{"needs.py", "API = 1\nimport nobody_has_it\n" + kReload}}},
        WrongUse{"NoReload",
                 with_strategy("idle.py"),
                 "idle.py: no function 'reload(host, addon)'; every strategy has one",
                 {{"idle.py", "API = 1\n"}}},
        WrongUse{"NoApi",
                 with_strategy("old.py"),
                 "old.py: no line 'API = 1'; expected a strategy of interface version 1",
                 {{"old.py", kReload}}},
        WrongUse{"OtherApi",
                 with_strategy("new.py"),
                 "new.py: no line 'API = 1'; expected a strategy of interface version 1",
                 {{"new.py", "API = 2\n" + kReload}}},
        WrongUse{"Exits",
                 with_strategy("exits.py"),
                 "exits.py: the process that should answer ended without one; expected code that "
                 "neither exits nor hangs",
                 {{"exits.py", "import os\nos._exit(0)\n"}}},
        WrongUse{"BadAdapt",
                 with_strategy("adapts.py"),
                 "adapts.py: adapt() did not give a dict; expected one of path to text",
                 {{"adapts.py", "API = 1\ndef adapt(files): return 3\n" + kReload}}}),
    [](const auto& wrong) { return wrong.param.name; });

INSTANTIATE_TEST_SUITE_P(
    OfOptions, WrongUses,
    ::testing::Values(
        WrongUse{"NoCommand", {}, "A subcommand is required; see afresh --help"},
        WrongUse{"UnknownCommand", {"frob"}, "no command 'frob'; see afresh --help"},
        WrongUse{"Unknown", compare({"--frobnicate"}),
                 "The following argument was not expected: --frobnicate; see afresh --help"},
        WrongUse{"StrayWord", compare({"extra"}),
                 "The following argument was not expected: extra; see afresh --help"},
        WrongUse{"MissingFolder", compare({"--json", "nofolder/x.json"}),
                 "nofolder/x.json: --json needs a file in a folder that can be written to"},
        WrongUse{"ReportIsAFolder", compare({"--json", "/tmp"}),
                 "/tmp: --json needs a file in a folder that can be written to"},
        WrongUse{"MarkdownInAMissingFolder", compare({"--markdown", "nofolder/x.md"}),
                 "nofolder/x.md: --markdown needs a file in a folder that can be written to"},
        WrongUse{"JunitIsAFolder", compare({"--junit", "/tmp"}),
                 "/tmp: --junit needs a file in a folder that can be written to"},
        WrongUse{"ReportWithoutAName", compare({"--markdown", ""}),
                 ": --markdown needs a file in a folder that can be written to"},
        WrongUse{"TwoReportsInOneFile", compare({"--json", "x.json", "--junit", "./x.json"}),
                 "./x.json: --json and --junit name one file; expected a file for each"},
        WrongUse{"WordOfNoReport",
                 {"explain", "stale"},
                 "no kind, aspect or answer 'stale'; nearest are stale-code, stale-place, "
                 "stale-value; 'afresh explain' lists all"},
        WrongUse{"TwoWords",
                 {"explain", "fresh", "clean"},
                 "The following argument was not expected: clean; see afresh --help"},
        WrongUse{"ShellThatWeHaveNoScriptFor",
                 {"completion", "tcsh"},
                 "no shell 'tcsh'; expected bash, zsh or fish"},
        WrongUse{"NothingToUnpack",
                 {"unpack"},
                 "Exactly 1 option from [case,--generated-case] is required; see afresh --help"},
        WrongUse{"UnpackUnderNoStrategy",
                 {"unpack", "one_file", "--strategy", "nobody"},
                 "no strategy 'nobody'; expected one of " + kStrategies + ", or a Python file"},
        WrongUse{"UnpackSeveral",
                 {"unpack", "*.case"},
                 "*.case: stands for several cases; unpack takes one",
                 {{"a.case", case_text("  enable demo\n", kSound)},
                  {"b.case", case_text("  enable demo\n", kSound)}}},
        WrongUse{"NegativeCount", compare({"--generated", "-1"}),
                 "--generated: Value -1 not in range 0 to 10000000; see afresh --help"},
        WrongUse{"CountInLetters", compare({"--generated", "x"}),
                 "--generated: Value x not in range 0 to 10000000; see afresh --help"},
        WrongUse{"NoDeadline", compare({"--deadline", "0"}),
                 "--deadline: Value 0 not in range 0.050000 to 3600.000000; see afresh --help"},
        WrongUse{"NoWorkers", compare({"-j", "0"}),
                 "--jobs: Value 0 not in range 1 to 256; see afresh --help"},
        WrongUse{"NegativeSeed", compare({"--seed", "-3"}),
                 "--seed: Value -3 not in range 0 to 4000000000; see afresh --help"},
        WrongUse{"UnknownIsolation", compare({"--isolation", "thread"}),
                 "--isolation: no isolation 'thread'; expected fork or spawn; see afresh --help"},
        WrongUse{"NothingToReplay",
                 {"replay"},
                 "Exactly 1 option from [case,--generated-case] is required; see afresh --help"},
        WrongUse{"TwoThingsToReplay",
                 {"replay", "one_file", "--generated-case", "1:1"},
                 "Exactly 1 option from [case,--generated-case] is required and 2 were given; see "
                 "afresh --help"}),
    [](const auto& wrong) { return wrong.param.name; });

const std::string kReport = "'afresh compare --json' writes it";
const std::string kEmptyReport =
    R"({"schema": "afresh-compare/2", "environment": {"afresh": "0.1.0", "python": "3.11.2",)"
    R"( "compiler": "GNU 12.2.0", "isolation": "fork", "seed": 1, "hosts": ["plain"]},)"
    R"( "records": [], "times": []})";

WrongUse of_report(const std::string& name, const std::string& content,
                   const std::string& sentence) {
  return {name,
          {"diff", "old.json", "new.json"},
          "new.json" + sentence,
          {{"old.json", kEmptyReport}, {"new.json", content}}};
}

INSTANTIATE_TEST_SUITE_P(
    OfEarlierReports, WrongUses,
    ::testing::Values(
        WrongUse{"Missing",
                 {"diff", "old.json", "new.json"},
                 "old.json: cannot be read; expected a report as " + kReport},
        WrongUse{"AFolder",
                 {"diff", "/tmp", "new.json"},
                 "/tmp: cannot be read; expected a report as " + kReport},
        WrongUse{"OnlyOne", {"diff", "old.json"}, "NEW is required; see afresh --help"},
        of_report("Empty", "", ":1: not JSON; expected a report as " + kReport),
        of_report("NoJson", "{\n\"schema\": 1,\n", ":3: not JSON; expected a report as " + kReport),
        of_report("NoSchema", "{}",
                  ": no 'schema'; expected a report of afresh-compare/2, as " + kReport),
        of_report("OtherSchema", R"({"schema": "afresh-compare/1"})",
                  R"(: schema is "afresh-compare/1"; expected "afresh-compare/2", as )" + kReport),
        of_report("NoRecords", R"({"schema": "afresh-compare/2"})",
                  ": no 'environment'; expected a member of this name"),
        WrongUse{"MissingBaseline", compare({"--baseline", "old.json"}),
                 "--baseline: old.json: cannot be read; expected a report as " + kReport},
        WrongUse{"BaselineIsNoReport", compare({"--baseline", "afresh-report.json"}),
                 "--baseline: afresh-report.json:1: not JSON; expected a report as " + kReport}),
    [](const auto& wrong) { return wrong.param.name; });

std::string no_aspect(const std::string& word, const std::string& aspect) {
  return "--fail-on '" + word + "': no aspect '" + aspect +
         "'; expected fresh, process-state, clean, rollback, recovery, isolation, live-objects, "
         "user-data, leaks or unknown, each alone or with a strategy, as in fresh@toggle";
}

INSTANTIATE_TEST_SUITE_P(
    OfFailOn, WrongUses,
    ::testing::Values(
        WrongUse{"UnknownWord", compare({"--fail-on", "fresh,stale"}), no_aspect("stale", "stale")},
        WrongUse{"NoWord", compare({"--fail-on", ""}), no_aspect("", "")},
        WrongUse{"NoWordBetweenCommas", compare({"--fail-on", "fresh,,clean"}), no_aspect("", "")},
        WrongUse{"UnknownAspectOfAStrategy",
                 compare({"--fail-on", "fresh", "--fail-on", "old@toggle"}),
                 no_aspect("old@toggle", "old")},
        WrongUse{"StrategyThatIsNotRun",
                 compare({"--strategy", "toggle", "--strategy", "restart", "--fail-on",
                          "fresh@reload-top"}),
                 "--fail-on 'fresh@reload-top': no strategy 'reload-top' in this comparison; "
                 "expected toggle, restart"},
        WrongUse{"NoStrategy", compare({"--strategy", "toggle", "--fail-on", "fresh@"}),
                 "--fail-on 'fresh@': no strategy '' in this comparison; expected toggle"}),
    [](const auto& wrong) { return wrong.param.name; });

}  // namespace
}  // namespace afresh::testing
