// SPDX-License-Identifier: MIT
#include "harness/cli/command_line.hpp"

#include <fmt/ranges.h>

#include <iostream>

#include "harness/cli/asked_hosts.hpp"
#include "harness/cli/check_output.hpp"
#include "harness/cli/commands.hpp"
#include "harness/cli/completion.hpp"
#include "harness/cli/help_texts.hpp"
#include "harness/cli/man_page.hpp"
#include "harness/values/aspect.hpp"

namespace afresh::cli {
namespace {

engine::StartMethod parse_start_method(const std::string& word) {
  if (word == "fork") return engine::StartMethod::kFork;
  if (word == "spawn") return engine::StartMethod::kSpawn;
  throw CLI::ValidationError("--isolation", "no isolation '" + word + "'; expected fork or spawn");
}

/// `--host` of a command that runs in one of them.
CLI::Option* add_host_option(CLI::App& command, std::optional<std::string>& host,
                             const char* about) {
  return command.add_option("--host", host, about)
      ->type_name(fmt::format("{}", fmt::join(host_words(), "|")))
      ->check(CLI::IsMember(host_words()).description(""));
}

std::vector<std::string> words_for_hosts() {
  std::vector<std::string> words = host_words();
  words.emplace_back(kAllHosts);
  return words;
}

void add_run_options(CLI::App& command, RunOptions& options) {
  command
      .add_option("--strategy", options.strategies,
                  "A strategy's name or Python file; may be repeated (default: all that ship)")
      ->type_name("NAME|FILE")
      ->allow_extra_args(false);
  command.add_option("--path", options.path, "A folder to import from too; may be repeated")
      ->type_name("DIR")
      ->allow_extra_args(false);
  command.add_flag("--no-network", options.without_network,
                   "Trials get a network of their own, with nobody else in it");
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
          [&options](const std::string& word) { options.isolation = parse_start_method(word); },
          "A trial is a forked child (fork) or a new process (spawn)")
      ->type_name("fork|spawn")
      ->default_str("fork");
  command
      .add_option("--deadline", options.deadline_s, "Seconds after which a trial counts as hanging")
      ->capture_default_str()
      ->type_name("SECONDS")
      ->check(CLI::Range(0.05, 3600.0).description(""));
}

/// One case: by its file or name, or a generated one.
void add_case(CLI::App& command, std::string& word, std::string& generated) {
  auto* which = command.add_option_group("which");
  which->add_option("case", word, "A case file or the name of a scenario")->type_name("CASE");
  which->add_option("--generated-case", generated, "A generated case, as a report names it")
      ->type_name("SEED:INDEX");
  which->require_option(1);
}

/// A command that runs `run` on its options.
template <typename Options>
CLI::App& add_command(CLI::App& app, CommandLine& command_line, const char* name, const char* about,
                      const std::string& help, int (*run)(const Options&), const Options& options) {
  CLI::App* command = app.add_subcommand(name, about);
  command->footer(help);
  command->callback([&command_line, run, &options] {
    command_line.command = [run, &options] { return run(options); };
  });
  return *command;
}

/// The help of `compare`, with a line of each aspect.
std::string compare_help() {
  constexpr std::string_view kMark = "{aspects}\n";
  std::string aspects;
  for (const Word<Aspect>& word : kWordsOf<Aspect>)
    aspects += fmt::format("  {:<14} {}\n", word.name, word.meaning);
  std::string help = kCompareHelp;
  return help.replace(help.find(kMark), kMark.size(), aspects + '\n');
}

void define_compare(CLI::App& app, CommandLine& command_line) {
  CompareOptions& options = command_line.compare;
  CLI::App& command = add_command(app, command_line, "compare",
                                  "Run cases under strategies and say which way is right",
                                  compare_help(), run_compare, options);
  command
      .add_option("--case", options.cases,
                  "A case file, glob or scenario; may be repeated (default: all scenarios)")
      ->type_name("FILE|GLOB")
      ->allow_extra_args(false);
  command
      .add_option("--host", options.hosts,
                  "Only cases for this application; may be repeated (default: all embedded ones)")
      ->type_name(fmt::format("{}", fmt::join(words_for_hosts(), "|")))
      ->allow_extra_args(false)
      ->check(CLI::IsMember(words_for_hosts()).description(""));
  command
      .add_option(
          "--generated", options.generated,
          "Also run this many generated packages for plain and bpy each, or for each --host")
      ->capture_default_str()
      ->type_name("N")
      ->check(CLI::Range(0, 10'000'000).description(""));
  command.add_option("--json", options.json, "Where all records go")
      ->capture_default_str()
      ->type_name("FILE");
  command.add_option("--html", options.html, "Also write the whole report as one page")
      ->type_name("FILE");
  command.add_option("--markdown", options.markdown, "Also write the table as Markdown")
      ->type_name("FILE");
  command
      .add_option("--junit", options.junit, "Also write JUnit XML, a test for each case and aspect")
      ->type_name("FILE");
  command
      .add_option("--baseline", options.baseline,
                  "An earlier JSON report: say what changed since; status 1 for a regression")
      ->type_name("FILE");
  command
      .add_option("--fail-on", options.fail_on,
                  "Status 1 where an aspect fails or something is unknown, anywhere or under "
                  "one strategy: fresh,leaks@toggle; may be repeated")
      ->type_name("ASPECT|unknown[@STRATEGY],…")
      ->allow_extra_args(false);
  command.add_flag("--all", options.all, "Show every strategy, however many lines it takes");
  command.add_flag("--verbose", options.verbose, "Tell the smallest witness of each failure first");
  add_run_options(command, options.run);
}

/// Who reads the answer, and how much of it.
void add_check_output(CLI::App& command, CheckOptions& options, CLI::Option* only) {
  command.add_option("--format", options.format, "Who reads the answer: people, or which program")
      ->capture_default_str()
      ->type_name(fmt::format("{}", fmt::join(check_formats(), "|")))
      ->check(CLI::IsMember(check_formats()).description(""));
  command
      .add_option("--baseline", options.baseline,
                  "What 'check --format json' wrote before: what is known does not fail")
      ->type_name("FILE");
  command.add_flag("--matrix", options.has_matrix, "Also print the answer for each strategy")
      ->excludes(only);
  command.add_flag("--verbose", options.is_verbose,
                   "Tell every finding, and warnings about ways that fail anyway");
  command.add_option("--json", options.json, "Write all records")->type_name("FILE");
  command.add_option("--html", options.html, "Write the whole report as one page")
      ->type_name("FILE");
  command.add_option("--cases", options.cases, "Write the cases that were run, for replay")
      ->type_name("DIR");
}

void define_why(CLI::App& app, CommandLine& command_line) {
  WhyOptions& options = command_line.why;
  CLI::App& command = add_command(app, command_line, "why",
                                  "Say why a strategy is not right, from the last comparison",
                                  kWhyHelp, run_why, options);
  command
      .add_option("strategy", options.strategy,
                  "As the comparison calls it (default: show it again)")
      ->type_name("STRATEGY");
  command.add_option("aspect", options.aspect, "One aspect, with all its cases (default: all)")
      ->type_name("ASPECT");
  command
      .add_option("--report", options.report,
                  "A JSON report (default: the one that 'compare' kept)")
      ->type_name("FILE");
}

void define_check(CLI::App& app, CommandLine& command_line) {
  CheckOptions& options = command_line.check;
  CLI::App& command = add_command(
      app, command_line, "check",
      "Say what your own add-on leaves behind, and which ways of reloading it are right",
      kCheckHelp, run_check, options);
  command.add_option("addon", options.addon, "The add-on: a package's folder, or a module")
      ->type_name("DIR|FILE")
      ->required();
  command.add_option("--name", options.name, "What it is imported as (default: what it is called)")
      ->type_name("NAME");
  add_host_option(command, options.host,
                  "The application that it is for (default: for Blender's the newest one of this "
                  "machine that it allows, or a work-alike)");
  CLI::Option* edit =
      command.add_option("--edit", options.edit, "A second version of it, edited to")
          ->type_name("DIR|FILE");
  CLI::Option* since = command
                           .add_option("--since", options.since,
                                       "A revision of its git repository, edited from; or two")
                           ->type_name("REV[..REV]")
                           ->excludes(edit);
  CLI::Option* only =
      command
          .add_option("--only", options.only,
                      "Judge only what stays when it is switched off as its host does it")
          ->type_name("leftovers")
          ->check(CLI::IsMember(std::vector<std::string>{"leftovers"}).description(""))
          ->excludes(edit)
          ->excludes(since);
  add_check_output(command, options, only);
  add_run_options(command, options.run);
  only->excludes("--strategy");
}

void define_diff(CLI::App& app, CommandLine& command_line) {
  CLI::App& command =
      add_command(app, command_line, "diff", "Say which verdicts changed between two JSON reports",
                  kDiffHelp, run_diff, command_line.diff);
  command.add_option("OLD", command_line.diff.before, "The earlier report")
      ->type_name("FILE")
      ->required();
  command.add_option("NEW", command_line.diff.after, "The later one")
      ->type_name("FILE")
      ->required();
}

void define_render(CLI::App& app, CommandLine& command_line) {
  RenderOptions& options = command_line.render;
  CLI::App& command = add_command(app, command_line, "render",
                                  "Write a JSON report again in other forms, running nothing",
                                  kRenderHelp, run_render, options);
  command.add_option("REPORT", options.report, "The report (default: that of the last comparison)")
      ->type_name("FILE");
  command.add_option("--html", options.html, "Write it as one page")->type_name("FILE");
  command.add_option("--markdown", options.markdown, "Write the table as Markdown")
      ->type_name("FILE");
  command.add_option("--junit", options.junit, "Write JUnit XML, a test for each case and aspect")
      ->type_name("FILE");
}

void define_replay(CLI::App& app, CommandLine& command_line) {
  ReplayOptions& options = command_line.replay;
  CLI::App& command =
      add_command(app, command_line, "replay", "Run one case and tell all that was found",
                  kReplayHelp, run_replay, options);
  add_case(command, options.case_argument, options.generated);
  command
      .add_option("--record", options.record, "Keep all that the trial was judged by, for 'judge'")
      ->type_name("FILE");
  add_host_option(command, options.host, "The application (default: the one that the case is for)");
  add_run_options(command, options.run);
}

void define_unpack(CLI::App& app, CommandLine& command_line) {
  UnpackOptions& options = command_line.unpack;
  CLI::App& command = add_command(app, command_line, "unpack",
                                  "Write a case as plain files that show it without afresh",
                                  kUnpackHelp, run_unpack, options);
  add_case(command, options.case_argument, options.generated);
  command
      .add_option("--strategy", options.strategy,
                  "A strategy's name or Python file (default: the first that the case says fails)")
      ->type_name("NAME|FILE");
  command
      .add_option("--to", options.to, "A new folder (default: CASE-STRATEGY in the current one)")
      ->type_name("DIR");
}

void define_judge(CLI::App& app, CommandLine& command_line) {
  add_command(app, command_line, "judge", "Judge again what 'replay --record' kept, without Python",
              "", run_judge, command_line.judge)
      .add_option("evidence", command_line.judge.evidence, "The file")
      ->type_name("FILE")
      ->required();
}

void define_exec(CLI::App& app, CommandLine& command_line) {
  ExecOptions& options = command_line.exec;
  CLI::App& command = add_command(app, command_line, "exec", "Run a Python script in a host",
                                  kExecHelp, run_exec, options);
  // What follows the script is the script's, whatever it looks like.
  command.prefix_command();
  command.parse_complete_callback(
      [&command, &options] { options.arguments = command.remaining(); });
  command.add_option("--host", options.host, "The application that it finds itself in")
      ->capture_default_str()
      ->type_name(fmt::format("{}", fmt::join(host_words(), "|")))
      ->check(CLI::IsMember(host_words()).description(""));
  command.add_option("script", options.script, "The script")->type_name("SCRIPT")->required();
}

void define_hosts(CLI::App& app, CommandLine& command_line) {
  HostsOptions& options = command_line.hosts;
  CLI::App* command =
      app.add_subcommand("hosts", "List the applications to run add-ons in, or get a real Blender");
  command->footer(kHostsHelp);
  command->require_subcommand(0, 1);
  add_command(*command, command_line, "add", "Install a Blender with pip, as the package bpy",
              kHostsAddHelp, run_hosts_add, options)
      .add_option("requirement", options.requirement, "Which one, as pip wants it: bpy==5.0.*")
      ->type_name("bpy==VERSION")
      ->required();
  add_command(*command, command_line, "remove", "Remove a Blender that 'hosts add' installed", "",
              run_hosts_remove, options)
      .add_option("name", options.name, "As 'afresh hosts' calls it: blender-5.0")
      ->required();
  command->callback([command, &command_line] {
    // This comes after the callback of what stands below it.
    if (command->get_subcommands().empty()) command_line.command = list_hosts;
  });
}

void define_explain(CLI::App& app, CommandLine& command_line) {
  add_command(app, command_line, "explain", "Say what a word of a report means, and what helps",
              kExplainHelp, run_explain, command_line.explain)
      .add_option("word", command_line.explain.word,
                  "An aspect, kind, code, answer, or who is to blame")
      ->type_name("WORD");
}

void define_new(CLI::App& app, CommandLine& command_line) {
  CLI::App* command =
      app.add_subcommand("new", "Write a strategy or case of your own to begin with");
  command->require_subcommand(1);
  for (CLI::App* each : {&add_command(*command, command_line, "strategy", "A strategy: NAME.py", "",
                                      new_strategy, command_line.fresh),
                         &add_command(*command, command_line, "case", "A case: NAME.case", "",
                                      new_case, command_line.fresh)})
    each->add_option("name", command_line.fresh.name, "Of the file; it must not be there")
        ->required();
}

void define_lists(CLI::App& app, CommandLine& command_line) {
  app.add_subcommand("strategies", "List the strategies that ship")->callback([&command_line] {
    command_line.command = list_strategies;
  });
  app.add_subcommand("scenarios", "List the curated cases")->callback([&command_line] {
    command_line.command = list_scenarios;
  });
}

void define_completion(CLI::App& app, CommandLine& command_line) {
  CompletionOptions& options = command_line.completion;
  CLI::App* command =
      app.add_subcommand("completion", "Print a script that completes commands in a shell");
  command->footer(kCompletionHelp);
  command->add_option("shell", options.shell, "Whose script")
      ->type_name("bash|zsh|fish")
      ->required();
  command->callback([&app, &command_line, &options] {
    command_line.command = [&app, &options] { return print_completion(app, options); };
  });
}

void define_man(CLI::App& app, CommandLine& command_line) {
  CLI::App* command = app.add_subcommand("man", "Print the manual page");
  command->footer(kManHelp);
  command->callback(
      [&app, &command_line] { command_line.command = [&app] { return print_man_page(app); }; });
}

}  // namespace

void define_commands(CLI::App& app, CommandLine& command_line) {
  app.require_subcommand(1);
  app.set_version_flag("--version", AFRESH_VERSION);
  app.footer("afresh COMMAND --help says more.");
  for (auto* define : {define_compare, define_why, define_check, define_diff, define_render,
                       define_replay, define_unpack, define_judge, define_exec, define_hosts,
                       define_explain, define_new, define_lists, define_completion, define_man})
    define(app, command_line);
}

int run_command_line(int argc, char** argv) {
  CLI::App app(kAbout, "afresh");
  CommandLine command_line;
  define_commands(app, command_line);
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
    return kExitUsage;
  }
  return command_line.command();
}

}  // namespace afresh::cli
