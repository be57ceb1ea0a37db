// Where a strategy that is right for most is wrong: which features tell the cases that fail.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "reports/statements.hpp"

namespace afresh {

/// In which cases of the table the strategy fails *fresh*, by name where they are few, by feature
/// otherwise; and the aspects that it never passes. Nothing where it fails none.
[[nodiscard]] std::optional<Weakness> find_weakness(const Report& report,
                                                    const OverviewTable& table,
                                                    const OverviewRow& row);

}  // namespace afresh
