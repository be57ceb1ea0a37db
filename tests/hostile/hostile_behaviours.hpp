// What add-ons and strategies can do to the process that they are in, and to the machine.
// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "harness/values/case.hpp"
#include "harness/values/script.hpp"

namespace afresh::testing {

struct HostileBehaviour {
  std::string name;
  std::string code;         ///< statements, indented by four
  std::string by_strategy;  ///< the verdicts when a strategy does it after a correct purge
  std::string by_addon;     ///< the verdicts when the old `unregister()` does it before one
  std::string actual;       ///< in what the first finding of a strategy has, in short
};
void PrintTo(const HostileBehaviour& hostile_behaviour, std::ostream* out);

/// All that cost their trial its verdict at once, or none.
[[nodiscard]] const std::vector<HostileBehaviour>& hostile_behaviours();
/// Those that use all of a deadline.
[[nodiscard]] const std::vector<HostileBehaviour>& hanging_behaviours();

/// The verdicts of what is right.
inline constexpr const char* kHealthyVerdict =
    "fresh=pass process-state=pass clean=pass leaks=pass";
inline constexpr const char* kCrash = "fresh=fail(crash)";
inline constexpr const char* kHang = "fresh=fail(hang)";

/// A strategy that would be right, if it did not do something else in the middle.
[[nodiscard]] StrategySource purge_and(const std::string& code);
/// An add-on that does nothing wrong, enabled, edited, reloaded, disabled.
[[nodiscard]] Case healthy_case();
/// Another, whose old `unregister()` does it.
[[nodiscard]] Case unregister_that_does(const std::string& code);

}  // namespace afresh::testing
