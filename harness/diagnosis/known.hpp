// What an earlier run of `check` has said already. SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "harness/diagnosis/diagnostic.hpp"

namespace afresh {

/// Gives the standing *known* to each diagnostic that a key stands for: each key to one. What a
/// comment accepts stays accepted. Returns how many keys stand for none: what was mended since.
int apply_known(std::vector<Diagnostic>& diagnostics, std::vector<DiagnosticKey> keys);

}  // namespace afresh
