// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <iostream>

#include "harness/cli/commands.hpp"
#include "harness/cli/differences.hpp"
#include "harness/cli/run.hpp"
#include "reports/colour.hpp"

namespace afresh::cli {

int run_diff(const DiffOptions& options) {
  auto before = read_report(options.before);
  if (!before) return print_error(before.error()), kExitUsage;
  auto after = read_report(options.after);
  if (!after) return print_error(after.error()), kExitUsage;

  const Changes changes = changes_between(*before, *after);
  write_differences(std::cout, {.name = options.before, .environment = before->environment},
                    {.name = options.after, .environment = after->environment}, changes,
                    wants_colour(STDOUT_FILENO));
  return changes.regressions.empty() ? kExitSuccess : kExitVerdict;
}

}  // namespace afresh::cli
