// The manual page, made of the definitions of the commands.
// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "harness/cli/command_shape.hpp"

namespace afresh::cli {

/// roff source, with the macros of `man`. `program` is the app itself.
[[nodiscard]] std::string man_page(const CommandShape& program);

/// The command `man`: print it; the exit status.
int print_man_page(const CLI::App& app);

}  // namespace afresh::cli
