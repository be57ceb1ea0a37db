// Runs one script of the user's in an embedded host, in this very process, as `python3 SCRIPT`
// would. SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/values/case.hpp"

namespace afresh::worker {

struct ScriptRun {
  HostKind host = HostKind::kBpy;
  std::string file;
  std::vector<std::string> arguments;  ///< what follows it in `sys.argv`
};

/// Gives the script's exit status, as CPython counts: 1 after an exception, which is printed.
/// `std::runtime_error` when the file cannot be read or CPython does not start.
[[nodiscard]] int run_script(const ScriptRun& run);

}  // namespace afresh::worker
