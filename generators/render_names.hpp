// How a module spells the names of others: its import lines and the expressions that use them.
// Half of the rendering; it writes one line or expression at a time, never whole definitions.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "generators/model.hpp"

namespace afresh::generators {

/// The statement that brings in `names` of the import's target (or the target itself).
[[nodiscard]] std::string import_line(const PackageModel& model, const Module& importer,
                                      const Import& import, const std::vector<std::string>& names);

/// The name in `user`, or in `function` of it (may be null), of what the reference leads to:
/// `WIDTH`, `other_WIDTH`, `units.WIDTH`, `demo.lib.units.WIDTH`.
[[nodiscard]] std::string name_in(const PackageModel& model, const Module& user,
                                  const Reference& what, const Function* function = nullptr);

/// The expression of the definition's value: the constant itself, a call, an enum's member.
[[nodiscard]] std::string value_expression(const PackageModel& model, const Module& user,
                                           const Reference& what,
                                           const Function* function = nullptr);

/// `number + X + len(Y) + f()`.
[[nodiscard]] std::string sum_expression(const PackageModel& model, const Module& user,
                                         long long number, const std::vector<Reference>& plus,
                                         const Function* function = nullptr);

}  // namespace afresh::generators
