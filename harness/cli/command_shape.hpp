// The commands and options as plain values, read from their definitions: what completion scripts
// and the man page are made of.
// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace afresh::cli {

/// What may stand as a value, as far as a shell can help with it.
enum class ValueKind {
  kNone,      ///< a flag: no value at all
  kFree,      ///< a number, a new name
  kFile,      ///< a file
  kFolder,    ///< a folder
  kCase,      ///< a scenario's name or a file
  kStrategy,  ///< a strategy's name or a file
  kWord,      ///< a word that `afresh explain` knows
  kAspect,    ///< an aspect, or `unknown`
  kChoice     ///< one of `OptionShape::choices`
};

struct OptionShape {
  std::vector<std::string> names;  ///< `-j`, `--jobs`; of a positional argument its one name
  bool is_positional = false;
  bool is_required = false;
  ValueKind kind = ValueKind::kNone;
  std::string value;                 ///< as help shows it: `NAME|FILE`; empty for a flag
  std::vector<std::string> choices;  ///< `fork`, `spawn`
  std::string about;
  std::string default_value;  ///< empty: none
};

struct CommandShape {
  std::string name;  ///< with those above it but the program: `new strategy`
  std::string about;
  std::string help;  ///< the long text, as lines; may be empty
  std::vector<OptionShape> options;
  std::vector<CommandShape> commands;
};

/// All that the app understands; its own name is empty.
[[nodiscard]] CommandShape read_shape(const CLI::App& app);

/// The command and all below it, in the order of definition. Borrowed from `shape`.
[[nodiscard]] std::vector<const CommandShape*> all_commands(const CommandShape& shape);

}  // namespace afresh::cli
