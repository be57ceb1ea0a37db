// The value of a `verdict STRATEGY:` line.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "harness/casefile/source_text.hpp"
#include "harness/values/case.hpp"
#include "harness/values/result.hpp"

namespace afresh {

/// `fresh=fail(stale-code,stale-value) clean=pass`, found at `line`. At least one aspect, none
/// twice.
[[nodiscard]] Result<std::map<Aspect, StatedVerdict>> parse_verdict(const SourceText& source,
                                                                    int line,
                                                                    std::string_view value);

/// The reverse.
[[nodiscard]] std::string render_verdict(const std::map<Aspect, StatedVerdict>& verdict);

}  // namespace afresh
