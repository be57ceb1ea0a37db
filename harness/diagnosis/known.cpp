// SPDX-License-Identifier: MIT
#include "harness/diagnosis/known.hpp"

#include <algorithm>

namespace afresh {

int apply_known(std::vector<Diagnostic>& diagnostics, std::vector<DiagnosticKey> keys) {
  for (Diagnostic& diagnostic : diagnostics) {
    auto key = std::ranges::find(keys, diagnostic_key(diagnostic));
    if (key == keys.end()) continue;
    keys.erase(key);
    if (diagnostic.standing == Standing::kNew) diagnostic.standing = Standing::kKnown;
  }
  return static_cast<int>(keys.size());
}

}  // namespace afresh
