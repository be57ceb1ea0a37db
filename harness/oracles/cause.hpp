// Which line of the add-on's source holds the object that a finding is about.
// Looks names up in source facts and in the host's ledger; reads no source itself.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/values/observation.hpp"
#include "harness/values/source_facts.hpp"
#include "harness/values/verdict.hpp"

namespace afresh {

/// `demo/__init__.py:1: from .settings import unit` for `demo.unit`, `demo.unit closure x`, …: the
/// last line that binds the name in its module (of a class its own attribute first); empty if none.
[[nodiscard]] std::string binding_of(std::string_view path, const SourceFacts& facts);

/// `demo/__init__.py:12` for `hostapi.handlers[0]`: the last registration at that probe whose name
/// stands in `words`, or the only one; empty if none.
[[nodiscard]] std::string registration_of(std::string_view path, std::string_view words,
                                          const std::vector<LedgerEntry>& ledger);

/// The cause of a finding by the first of its paths that has one; empty if none.
[[nodiscard]] std::string cause_of(const Finding& finding, const SourceFacts& facts,
                                   const std::vector<LedgerEntry>& ledger);

}  // namespace afresh
