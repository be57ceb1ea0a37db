// One executable, two roles: the coordinator that a user calls, and the workers that it starts.
// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <exception>
#include <functional>
#include <iostream>

#include "harness/cli/commands.hpp"
#include "harness/worker/worker.hpp"

namespace afresh::cli {
namespace {

constexpr const char* kAbout =
    "afresh tests how Python add-ons are hot-reloaded: after a reload, is the add-on what a fresh "
    "start would have given?";

constexpr const char* kCompareHelp = R"(
Every case is run under every strategy. After each reload, what the add-on is and has touched is
compared with a fresh start of the same files; after a disable, with a host that never saw it.
A cell of the table reads PASSED/JUDGED. Aspects:
  fresh      does the add-on look and behave as after a fresh start?
  surface    were the process-wide things it had touched undone?
  clean      after disable, is it as if the add-on had never been there?
  keeps-old  after an edit that cannot load, is the old generation intact?
  recovers   does the repaired edit load after one that could not?
  neighbour  were other add-ons, libraries and the host left alone?
  live       do objects that host or user still hold work with the new code?
  state      are the user's values still there?
  leak       is the old generation gone, and does nothing grow?

Examples:
  afresh compare                                     all strategies, all scenarios
  afresh compare --strategy my_reload.py             your own strategy
  afresh compare --case 'scenarios/import_*.case' --strategy reload-sorted --strategy purge-dotted
  afresh compare --generated 300 --seed 7            and 300 generated packages
  afresh compare --html report.html                  the page: matrices, witnesses, plots
  afresh compare --markdown table.md --junit tests.xml

In a project's own tests, where a verdict may be the reason to stop:
  afresh compare --strategy my_reload.py --fail-on fresh,clean           either fails in some case
  afresh compare --fail-on unknown --fail-on leak@purge-dotted           or one strategy's alone
  afresh compare --strategy my_reload.py --json good.json                keep a report, and later:
  afresh compare --strategy my_reload.py --baseline good.json            what passed then must pass
Exit status: 0 it ran, 1 what --fail-on names happened or a verdict of the --baseline got worse,
2 wrong use or a case that cannot be run, 3 trouble in the harness itself,
130 stopped by Ctrl-C: the records so far are in REPORT.part, one JSON object a line.)";

constexpr const char* kDiffHelp = R"(
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

constexpr const char* kReplayHelp = R"(
Tells one case in full: story, steps, and what each strategy leaves behind.
Exit status: 0 every verdict that the case states holds, 1 one does not, 2 wrong use, 3 trouble in the harness.

Examples:
  afresh replay from_import_constant --strategy reload-sorted
  afresh replay scenarios/star_import.case
  afresh replay star_import --strategy toggle --record toggle.json    and: afresh judge toggle.json)";

constexpr const char* kUnpackHelp = R"(
Writes a folder to mail with a bug report: the add-on's files of each generation as v1, v2, …, the
case, the strategy, and repro.py, which plays the case with nothing but CPython (3.10 or newer),
holds it against fresh starts, and ends with status 1 where they differ.
It does not see all that afresh does: what it cannot show, it names.
Exit status: 0 the folder is written, 2 wrong use: a folder that is there, a case that cannot be
run, 3 trouble in the harness itself.

Examples:
  afresh unpack star_import --strategy reload-sorted
  afresh unpack mine.case --strategy my_reload.py --to bug
  python3 bug/repro.py)";

constexpr const char* kExplainHelp = R"(
A word is a kind of finding (stale-code), an aspect (surface), who is to blame (add-on) or an answer
(unknown). Without one all are listed.
Exit status: 0, or 2 for a word that no report has.

Examples:
  afresh explain
  afresh explain identity-split)";

engine::Isolation isolation_of(const std::string& word) {
  if (word == "fork") return engine::Isolation::kFork;
  if (word == "spawn") return engine::Isolation::kSpawn;
  throw CLI::ValidationError("--isolation", "no isolation '" + word + "'; expected fork or spawn");
}

void add_run_options(CLI::App& command, RunOptions& options) {
  command
      .add_option("--strategy", options.strategies,
                  "A strategy's name or Python file; may be repeated (default: all that ship)")
      ->type_name("NAME|FILE")
      ->allow_extra_args(false);
  command.add_option("--seed", options.seed, "Hash seed of trials, and of what is generated")
      ->capture_default_str()
      ->type_name("N")
      ->check(CLI::Range(std::uint64_t{0}, std::uint64_t{4'000'000'000}).description(""));
  command
      .add_option("-j,--jobs", options.jobs, "Cases at a time (default: one for each processor)")
      ->type_name("N")
      ->check(CLI::Range(1, 256).description(""));
  command
      .add_option_function<std::string>(
          "--isolation",
          [&options](const std::string& word) { options.isolation = isolation_of(word); },
          "A trial is a forked child (fork) or a new process (spawn)")
      ->type_name("fork|spawn")
      ->default_str("fork");
  command
      .add_option("--deadline", options.deadline_s, "Seconds after which a trial counts as hanging")
      ->capture_default_str()
      ->type_name("SECONDS")
      ->check(CLI::Range(0.05, 3600.0).description(""));
}

int run_coordinator(int argc, char** argv) {
  CLI::App app(kAbout, "afresh");
  app.require_subcommand(1);
  app.set_version_flag("--version", AFRESH_VERSION);
  app.footer("afresh COMMAND --help says more.");
  std::function<int()> command;

  CompareOptions compare;
  CLI::App* compare_command =
      app.add_subcommand("compare", "Run cases under strategies and print the table");
  compare_command
      ->add_option("--case", compare.cases,
                   "A case file, glob or scenario; may be repeated (default: all scenarios)")
      ->type_name("FILE|GLOB")
      ->allow_extra_args(false);
  compare_command
      ->add_option("--generated", compare.generated, "Also run this many generated packages")
      ->capture_default_str()
      ->type_name("N")
      ->check(CLI::Range(0, 10'000'000).description(""));
  compare_command->add_option("--json", compare.json, "Where all records go")
      ->capture_default_str()
      ->type_name("FILE");
  compare_command->add_option("--html", compare.html, "Also write the whole report as one page")
      ->type_name("FILE");
  compare_command->add_option("--markdown", compare.markdown, "Also write the table as Markdown")
      ->type_name("FILE");
  compare_command
      ->add_option("--junit", compare.junit,
                   "Also write JUnit XML, a test for each case and aspect")
      ->type_name("FILE");
  compare_command
      ->add_option("--baseline", compare.baseline,
                   "An earlier JSON report: say what changed since; status 1 for a regression")
      ->type_name("FILE");
  compare_command
      ->add_option("--fail-on", compare.fail_on,
                   "Status 1 where an aspect fails or something is unknown, anywhere or under "
                   "one strategy: fresh,leak@toggle; may be repeated")
      ->type_name("ASPECT|unknown[@STRATEGY],…")
      ->allow_extra_args(false);
  add_run_options(*compare_command, compare.run);
  compare_command->footer(kCompareHelp);
  compare_command->callback([&] { command = [&] { return run_compare(compare); }; });

  DiffOptions diff;
  CLI::App* diff_command =
      app.add_subcommand("diff", "Say which verdicts changed between two JSON reports");
  diff_command->add_option("OLD", diff.before, "The earlier report")->type_name("FILE")->required();
  diff_command->add_option("NEW", diff.after, "The later one")->type_name("FILE")->required();
  diff_command->footer(kDiffHelp);
  diff_command->callback([&] { command = [&] { return run_diff(diff); }; });

  ReplayOptions replay;
  CLI::App* replay_command =
      app.add_subcommand("replay", "Run one case and tell all that was found");
  auto* which = replay_command->add_option_group("which");
  which->add_option("case", replay.case_argument, "A case file or the name of a scenario");
  which->add_option("--generated-case", replay.generated, "A generated case, as a report names it")
      ->type_name("SEED:INDEX");
  which->require_option(1);
  replay_command
      ->add_option("--record", replay.record, "Keep all that the trial was judged by, for 'judge'")
      ->type_name("FILE");
  add_run_options(*replay_command, replay.run);
  replay_command->footer(kReplayHelp);
  replay_command->callback([&] { command = [&] { return run_replay(replay); }; });

  UnpackOptions unpack;
  CLI::App* unpack_command =
      app.add_subcommand("unpack", "Write a case as plain files that show it without afresh");
  auto* unpacked = unpack_command->add_option_group("which");
  unpacked->add_option("case", unpack.case_argument, "A case file or the name of a scenario");
  unpacked
      ->add_option("--generated-case", unpack.generated, "A generated case, as a report names it")
      ->type_name("SEED:INDEX");
  unpacked->require_option(1);
  unpack_command
      ->add_option("--strategy", unpack.strategy,
                   "A strategy's name or Python file (default: the first that the case says fails)")
      ->type_name("NAME|FILE");
  unpack_command
      ->add_option("--to", unpack.to, "A new folder (default: CASE-STRATEGY in the current one)")
      ->type_name("DIR");
  unpack_command->footer(kUnpackHelp);
  unpack_command->callback([&] { command = [&] { return run_unpack(unpack); }; });

  JudgeOptions judge;
  CLI::App* judge_command =
      app.add_subcommand("judge", "Judge again what 'replay --record' kept, without Python");
  judge_command->add_option("evidence", judge.evidence, "The file")->type_name("FILE")->required();
  judge_command->callback([&] { command = [&] { return run_judge(judge); }; });

  ExplainOptions explain;
  CLI::App* explain_command =
      app.add_subcommand("explain", "Say what a word of a report means, and what helps");
  explain_command->add_option("word", explain.word, "A kind, aspect or answer")
      ->type_name("KIND|ASPECT");
  explain_command->footer(kExplainHelp);
  explain_command->callback([&] { command = [&] { return run_explain(explain); }; });

  NewOptions fresh;
  CLI::App* new_command =
      app.add_subcommand("new", "Write a strategy or case of your own to begin with");
  new_command->require_subcommand(1);
  CLI::App* strategy_command = new_command->add_subcommand("strategy", "A strategy: NAME.py");
  CLI::App* case_command = new_command->add_subcommand("case", "A case: NAME.case");
  for (CLI::App* each : {strategy_command, case_command})
    each->add_option("name", fresh.name, "Of the file; it must not be there")->required();
  strategy_command->callback([&] { command = [&] { return new_strategy(fresh); }; });
  case_command->callback([&] { command = [&] { return new_case(fresh); }; });

  app.add_subcommand("strategies", "List the strategies that ship")->callback([&] {
    command = list_strategies;
  });
  app.add_subcommand("scenarios", "List the curated cases")->callback([&] {
    command = list_scenarios;
  });

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    // Without a command that it knows, CLI11 only says that one is needed.
    std::vector<std::string> words = app.remaining();
    bool has_unknown_command = app.get_subcommands().empty() && !words.empty();
    std::cerr << "afresh: "
              << (has_unknown_command ? "no command '" + words.front() + "'" : error.what())
              << "; see afresh --help\n";
    return kWrongUse;
  }
  return command();
}

}  // namespace
}  // namespace afresh::cli

int main(int argc, char** argv) {
  if (afresh::worker::is_worker(argc, argv)) return afresh::worker::worker_main(argc, argv);
  try {
    return afresh::cli::run_coordinator(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "afresh: trouble in the harness itself: " << error.what() << '\n';
    return afresh::cli::kHarnessTrouble;
  }
}
