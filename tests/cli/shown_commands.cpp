// SPDX-License-Identifier: MIT
#include "tests/cli/shown_commands.hpp"

namespace afresh::testing {
namespace {

const std::string kSource = AFRESH_SOURCE_DIR;
const std::vector<std::string> kOneCase{"--case", "one_file", "--strategy", "toggle"};
const std::vector<std::string> kOneWay{"--strategy", "purge-dotted"};
constexpr const char* kClean = "nothing left behind";

std::vector<ShownCommand> first_commands() {
  return {
      {"compare",
       "\n toggle ",
       {"--case", "prefix_neighbour", "--strategy", "purge-prefix", "--strategy", "toggle"}},
      {"why purge-prefix", "isolation", {}},
      {"why purge-prefix isolation", "\n  ./afresh replay ", {}},
      {"why STRATEGY [ASPECT]", "\n  ./afresh replay ", {}, {"why", "purge-prefix", "isolation"}},
      {"render --html report.html", "Written: report.html\n", {}},
      {"replay scenarios/prefix_neighbour.case --strategy purge-prefix",
       "demo_extras",
       {},
       {"replay", kSource + "/scenarios/prefix_neighbour.case", "--strategy", "purge-prefix"}},
      {"compare --strategy restart-document --strategy generation-swap --strategy "
       "purge-dotted-collect --strategy reload-sorted --strategy toggle",
       "\n generation-swap ",
       {"--case", "one_file"}},
      {"compare --all --verbose", "\n toggle ", kOneCase},
      {"compare --host bpy",
       "bpy, 1 scenario",
       {"--case", "blender_callbacks", "--strategy", "restart-clean"}},
      {"compare --generated 300 --seed 7",
       "\n restart ",
       {},
       {"compare", "--generated", "1", "--seed", "7", "--case", "one_file", "--strategy",
        "restart"}},
      {"test", "", {}},  // The script's own: see documents_test.cpp.
      {"strategies", "\npurge-dotted ", {}},
      {"scenarios", "\nstar_import ", {}},
      {"explain", "stale-code", {}},
      {"explain stale-code", "stale-code · a kind of finding\n", {}},
      {"explain leftover-handler", "leftover-handler", {}},
      {"explain [WORD]", "stale-code · a kind of finding\n", {}, {"explain", "stale-code"}},
      {"completion bash", "\ncomplete -o filenames -F _afresh afresh\n", {}},
      {"man", "\n.SH NAME\n", {}},
  };
}

std::vector<ShownCommand> strategy_and_case_commands() {
  return {
      {"new strategy my_reload", "my_reload.py is written", {}},
      {"compare --strategy my_reload.py", "\n my-reload ", {"--case", "one_file"}},
      {"compare --strategy my_reload.py --fail-on fresh,clean",
       "\n my-reload ",
       {"--case", "one_file"}},
      {"compare --fail-on unknown --fail-on leaks@purge-dotted",
       "\n purge-dotted ",
       {"--case", "one_file", "--strategy", "purge-dotted"}},
      {"compare --strategy my_reload.py --json good.json", "good.json", {"--case", "one_file"}},
      {"compare --strategy my_reload.py --baseline good.json",
       "no regression",
       {"--case", "one_file", "--json", "new.json"}},
      {"diff good.json new.json", "no regression", {}},
      {"diff OLD.json NEW.json", "no regression", {}, {"diff", "good.json", "new.json"}},
      {"compare --html report.html --markdown table.md --junit tests.xml",
       "report.html, table.md, tests.xml", kOneCase},
      {"new case my_case", "my_case.case is written", {}},
      {"replay my_case.case", "do-nothing", {}},
      {"unpack my_case.case --strategy my_reload.py --to bug", "repro.py", {}},
      {"unpack star_import --strategy reload-sorted", "repro.py", {}},
      {"unpack CASE --strategy NAME",
       "repro.py",
       {},
       {"unpack", "one_file", "--strategy", "toggle"}},
      {"replay star_import --strategy toggle --record toggle.json", "\nEvidence: toggle.json", {}},
      {"judge toggle.json", "fresh", {}},
      {"judge FILE", "fresh", {}, {"judge", "toggle.json"}},
      {"replay CASE", "\nrestart-clean\n", {}, {"replay", "one_file"}},
      {"replay CASE --strategy NAME --record FILE",
       "\nEvidence: evidence.json",
       {},
       {"replay", "one_file", "--strategy", "toggle", "--record", "evidence.json"}},
      {"exec my_script.py", "hello", {}},
      {"exec --host plain my_script.py", "hello", {}},
      {"exec SCRIPT",
       "1 cases agree",
       {},
       {"exec", kSource + "/tests/conformance/run_case.py",
        kSource + "/tests/conformance/cases/reg_op_twice.py"}},
  };
}

std::vector<ShownCommand> check_commands() {
  return {
      {"check tests/docs/addons/forgetful",
       "error[leftover-handler]: handler on_save stays",
       kOneWay,
       {"check", kSource + "/tests/docs/addons/forgetful"},
       {},
       1},
      {"check my_addon/", kClean, kOneWay},
      {"check my_addon/ --only leftovers", kClean, {}},
      {"check my_addon/ --matrix", "purge-dotted", kOneWay},
      {"check my_addon/ --verbose", "purge-dotted", kOneWay},
      {"check my_addon/ --strategy my_reload.py --strategy purge-dotted", kClean, {}},
      {"check my_addon/ --cases cases --html check.html", "Written: check.html", kOneWay},
      {"check my_addon/ --cases cases", "Written: cases/", kOneWay},
      {"check my_addon/ --edit ../new/my_addon",
       kClean,
       kOneWay,
       {"check", "my_addon/", "--edit", "new/my_addon"}},
      {"check my_addon/ --since v1.2", kClean, kOneWay},
      {"check my_addon/ --since v1.2..v1.3", kClean, kOneWay},
      {"check my_addon/ --no-network", kClean, kOneWay},
      {"check my_addon/ --path ~/venv/lib/python3.11/site-packages --no-network",
       kClean,
       kOneWay,
       {"check", "my_addon/", "--path", kSource + "/tests/cli/site_packages", "--no-network"}},
      {"check my_addon/ --format github", "", kOneWay},
      {"check my_addon/ --format json > known.json",
       "{",
       kOneWay,
       {"check", "my_addon/", "--format", "json"},
       "known.json"},
      {"check my_addon/ --baseline known.json", kClean, kOneWay},
      {"check DIR|FILE", kClean, kOneWay, {"check", "my_addon"}},
      {"check DIR|FILE --matrix --verbose",
       "purge-dotted",
       kOneWay,
       {"check", "my_addon", "--matrix", "--verbose"}},
      {"check DIR|FILE --only leftovers --baseline FILE",
       kClean,
       {},
       {"check", "my_addon", "--only", "leftovers", "--baseline", "known.json"}},
      {"check DIR|FILE --format text|short|json|sarif|github|junit",
       "{",
       kOneWay,
       {"check", "my_addon", "--format", "sarif"}},
      {"check DIR|FILE --edit DIR|FILE --cases DIR --html FILE",
       "Written: both.html",
       kOneWay,
       {"check", "my_addon", "--edit", "new/my_addon", "--cases", "more_cases", "--html",
        "both.html"}},
      {"check DIR|FILE --since REV --path DIR --no-network",
       kClean,
       kOneWay,
       {"check", "my_addon", "--since", "v1.2", "--path", kSource + "/tests/cli/site_packages",
        "--no-network"}},
      {"check DIR|FILE --host plain --name NAME",
       kClean,
       kOneWay,
       {"check", "my_addon", "--host", "plain", "--name", "my_addon"}},
  };
}

std::vector<ShownCommand> blender_commands() {
  return {
      {.command = "hosts", .says = "Embedded:\n", .has_blenders = true},
      {.command = "hosts add bpy==5.0.*",
       .says = "blender-5.0 is there: bpy 5.0.1",
       .has_blenders = true},
      {.command = "exec --host blender my_script.py", .says = "hello\n", .has_blenders = true},
      // The wheel that stands for Blender's has nothing to register with.
      {.command = "compare --host blender-5.0",
       .says = "bpy, 1 scenario",
       .words = {"compare", "--host", "bpy", "--case", "blender_callbacks", "--strategy",
                 "restart-clean"}},
      {.command = "check my_addon/ --host blender-5.0",
       .says = kClean,
       .more = kOneWay,
       .words = {"check", "my_addon/", "--host", "plain"}},
      {.command = "hosts remove blender-5.0",
       .says = "blender-5.0 is removed\n",
       .has_blenders = true},
  };
}

ShownCommand compare_with_every_option() {
  return {
      "compare [--strategy NAME|FILE]… [--case FILE|GLOB]… [--host NAME|blender|all]… "
      "[--generated N] [--seed N] [-j N] [--isolation fork|spawn] [--deadline SECONDS] [--json "
      "FILE] "
      "[--html FILE] [--markdown FILE] [--junit FILE] [--path DIR]… [--no-network] [--baseline "
      "OLD.json] "
      "[--fail-on ASPECT|unknown[@STRATEGY],…]… [--all] [--verbose]",
      "\nAll records: new.json, r.html, r.md, r.xml\n",
      {},
      {"compare",
       "--strategy",
       "toggle",
       "--strategy",
       "restart",
       "--case",
       "one_file",
       "--case",
       "one_*.case",
       "--host",
       "plain",
       "--generated",
       "1",
       "--seed",
       "7",
       "-j",
       "1",
       "--isolation",
       "fork",
       "--deadline",
       "20",
       "--json",
       "new.json",
       "--html",
       "r.html",
       "--markdown",
       "r.md",
       "--junit",
       "r.xml",
       "--path",
       kSource + "/tests/cli/site_packages",
       "--no-network",
       "--baseline",
       "afresh-report.json",
       "--fail-on",
       "leaks,clean@restart",
       "--fail-on",
       "unknown",
       "--all",
       "--verbose"}};
}

}  // namespace

const std::vector<ShownCommand>& shown_commands() {
  static const std::vector<ShownCommand> commands = [] {
    std::vector<ShownCommand> all = first_commands();
    for (const auto& more : {strategy_and_case_commands(), check_commands(), blender_commands()})
      all.insert(all.end(), more.begin(), more.end());
    all.push_back(compare_with_every_option());
    return all;
  }();
  return commands;
}

}  // namespace afresh::testing
