// What was judged: verdicts, and the record of one trial.
// Plain values; produced by oracles/, rendered by reports/. Nothing here knows Python.
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "harness/values/aspect.hpp"
#include "harness/values/finding.hpp"
#include "harness/values/outcome.hpp"
#include "harness/values/reason.hpp"

namespace afresh {

/// The answer for one aspect, with the reason where it is *unknown* or *refused*.
struct Verdict {
  Outcome outcome{};
  std::optional<Reason> reason;
  /// What the case's own expectations say where it states any for this aspect: structure is not
  /// behaviour, and an aspect that fails may still behave.
  std::optional<Outcome> behaviour = std::nullopt;

  auto operator<=>(const Verdict&) const = default;
};

/// One trial, judged: one case × one strategy × one host.
struct Record {
  std::string case_name;
  std::string strategy;
  std::string host;
  std::map<Aspect, Verdict> verdicts;
  std::vector<Finding> findings;
  int masked = 0;  ///< places of the references whose order or atomic value was masked
  int opaque = 0;  ///< objects that were counted but not looked into
  int nodes = 0;   ///< nodes of the largest reference
  /// Of each `repeat`, how many modules, classes and functions of add-ons were alive after each of
  /// its cycles.
  std::vector<std::vector<std::uint32_t>> cycles = {};
  // Wall times are not reproducible, and reported apart.
  double trial_ms = 0;   ///< of the trial
  double reload_ms = 0;  ///< median of its reloads; 0: none ended

  /// True when some aspect has outcome `kFail`.
  [[nodiscard]] bool fails() const;
};

}  // namespace afresh
