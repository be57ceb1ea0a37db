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
  if (!before) return complain(before.error()), kWrongUse;
  auto after = read_report(options.after);
  if (!after) return complain(after.error()), kWrongUse;

  const Changes changes = changes_between(before->report, after->report);
  write_differences(std::cout, *before, *after, changes, wants_colour(STDOUT_FILENO));
  return changes.regressions.empty() ? kDone : kVerdictDoesNotHold;
}

}  // namespace afresh::cli
