// Runs one script of the user's in a real Blender, in a process of its own, with folders of its own
// for all that Blender would keep in the user's. SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/installations/installation.hpp"
#include "harness/values/result.hpp"

namespace afresh::cli {

/// The script's exit status, as CPython counts; 128 and more after a signal. The standard streams
/// are this process's.
[[nodiscard]] Result<int> exec_in_blender(const Installation& blender, const std::string& script,
                                          const std::vector<std::string>& arguments);

}  // namespace afresh::cli
