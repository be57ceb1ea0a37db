// Scripts that complete our command lines in a shell, made of the definitions of the commands and
// of the files in `completions/`.
// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>

#include "harness/cli/command_shape.hpp"
#include "harness/cli/options.hpp"

namespace afresh::cli {

/// The whole script; empty for an unknown shell. What is not known when it is made (strategies,
/// scenarios, words of reports) it asks the program for that is being completed.
[[nodiscard]] std::string completion_script(std::string_view shell, const CommandShape& program);

/// The command `completion`: print one; the exit status.
int print_completion(const CLI::App& app, const CompletionOptions& options);

}  // namespace afresh::cli
