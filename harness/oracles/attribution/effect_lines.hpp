// Which line of a source acts on something process-wide: the cause of what no host's ledger notes.
// By the names in the sources that ran, so that it can only say which line may have done it: it
// speaks where there is one such line, or one that mentions what is there.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "harness/values/finding.hpp"

namespace afresh {

struct CauseEvidence;

/// `demo/__init__.py:3: sys.modules["api"] = api` for `api`, a key of `sys.modules`; empty if none.
[[nodiscard]] SourceLine entry_in_modules(std::string_view key, const CauseEvidence& evidence);

}  // namespace afresh
