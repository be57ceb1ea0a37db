// The commands that README.md and docs/ show in their code blocks, each with what is run for it:
// the same command, kept short. SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace afresh::testing {

/// A command as a document shows it, without `./afresh`, and how it is tried.
struct ShownCommand {
  std::string command;
  std::string says;                    ///< in the answer
  std::vector<std::string> more = {};  ///< words that make it short, behind the command's own
  /// What is run in its place, where the document's words are the reader's to fill in.
  std::vector<std::string> words = {};
  std::string output = {};  ///< the file that the answer goes to
  int status = 0;
  bool has_blenders = false;  ///< where pip can install one, and one that is there is found
};

/// In an order in which what one writes the next may read.
const std::vector<ShownCommand>& shown_commands();

}  // namespace afresh::testing
