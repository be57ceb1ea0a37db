// The approved texts of the writers. SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace afresh::sample {

/// Content of `tests/reports/golden/NAME`.
std::string golden(const std::string& name);

/// That `text` is what was approved under this name. Where `AFRESH_UPDATE_GOLDEN` is set (target
/// `update_golden`) it is written there instead: to be read before it is committed.
void expect_golden(const std::string& text, const std::string& name);

}  // namespace afresh::sample
