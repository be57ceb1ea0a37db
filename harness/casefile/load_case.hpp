// A case file from the disk.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "harness/values/case.hpp"
#include "harness/values/result.hpp"

namespace afresh {

/// Read and parse a case file. One sentence, beginning with the path, when it cannot be read.
[[nodiscard]] Result<Case> load_case(const std::filesystem::path& path);

}  // namespace afresh
