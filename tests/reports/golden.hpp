// The approved texts of the writers. SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace afresh::sample {

/// Content of `tests/reports/golden/NAME`.
std::string golden(const std::string& name);

}  // namespace afresh::sample
