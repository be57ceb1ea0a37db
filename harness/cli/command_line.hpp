// The commands and their options, defined once: the command line is parsed with this, and help,
// completion scripts and the man page are made of it.
// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "harness/cli/options.hpp"

namespace afresh::cli {

/// What the command line is parsed into: the options of each command, and the command to run.
struct CommandLine {
  CompareOptions compare;
  CheckOptions check;
  WhyOptions why;
  DiffOptions diff;
  RenderOptions render;
  ReplayOptions replay;
  UnpackOptions unpack;
  JudgeOptions judge;
  ExecOptions exec;
  HostsOptions hosts;
  ExplainOptions explain;
  NewOptions fresh;
  CompletionOptions completion;
  std::function<int()> command;  ///< set by the parser; gives the exit status
};

/// Give the app everything that it understands. Both arguments must outlive the parsing, and
/// `chosen.command`.
void define_commands(CLI::App& app, CommandLine& command_line);

/// Parse, and run what was asked for: the exit status. One sentence on standard error for what is
/// no command of ours.
int run_command_line(int argc, char** argv);

}  // namespace afresh::cli
