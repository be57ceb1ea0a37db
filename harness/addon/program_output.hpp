// Another program, run to its end for what it prints.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace afresh {

struct ProgramOutput {
  int status = 0;  ///< of its exit; -1: a signal
  std::string text;
};

/// Run a program of PATH with `input` on its standard input; what it says on standard error is
/// dropped. Nothing where it could not be started. Throws `std::system_error` where there is no
/// memory for what passes between the two.
[[nodiscard]] std::optional<ProgramOutput> output_of(std::vector<std::string> words,
                                                     const std::string& input = {});

}  // namespace afresh
