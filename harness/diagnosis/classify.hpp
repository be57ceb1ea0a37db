// Which diagnostic a finding belongs to, if to any: most findings say what a way of reloading does
// to every add-on, and no line of this one can change that. SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "harness/diagnosis/code.hpp"
#include "harness/values/finding.hpp"

namespace afresh {

/// Nothing for what the host or the interpreter does, for what an author does not ask of a reload
/// (*rollback*), and for what is the strategy's own doing: modules that it does not load again or
/// leaves behind, names that it changes. What the add-on does itself always has a code.
[[nodiscard]] std::optional<DiagnosticCode> choose_code(const Finding& finding);

}  // namespace afresh
