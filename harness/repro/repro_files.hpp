// A case under one strategy as a folder of plain files that plays it without afresh. Runs nothing
// and writes nothing.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "harness/values/case.hpp"
#include "harness/values/script.hpp"

namespace afresh {

/// What is to be played, and what is known of it. Borrows for the length of the call.
struct ReproInput {
  const Case& a_case;
  const StrategySource& strategy;  ///< an empty source: one that ships
  /// Of each aspect that fails, one sentence that proves it: `repro.py` says which of them plain
  /// Python does not show.
  const std::map<Aspect, std::string>& proofs;
};

/// The files by their path in the folder: `repro.py`, the case, `v1/…`, `v2/…` with all files of
/// each version, `strategy/…` with the strategy and those that it imports.
[[nodiscard]] std::map<std::string, std::string> render_repro(const ReproInput& unpacked);

/// How `repro.py` calls the strategy's file, in `strategy/`.
[[nodiscard]] std::string strategy_file_name(const StrategySource& strategy);

}  // namespace afresh
