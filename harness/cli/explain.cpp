// SPDX-License-Identifier: MIT
#include "reports/explain.hpp"

#include <fmt/format.h>

#include <iostream>

#include "harness/cli/commands.hpp"
#include "harness/cli/run.hpp"

namespace afresh::cli {
namespace {

// Prose that is wider than this is hard to read, however wide the terminal is.
constexpr std::size_t kMaxColumns = 96;

}  // namespace

int run_explain(const ExplainOptions& options) {
  if (options.word.empty()) {
    write_vocabulary(std::cout);
    return kExitSuccess;
  }
  std::size_t width = terminal_width();
  if (width == 0 || width > kMaxColumns) width = kMaxColumns;
  if (write_explanation(std::cout, options.word, width)) return kExitSuccess;
  print_error(
      {fmt::format("no kind, aspect or answer '{}'; nearest are {}; 'afresh explain' lists all",
                   options.word, fmt::join(nearest_words(options.word), ", "))});
  return kExitUsage;
}

}  // namespace afresh::cli
