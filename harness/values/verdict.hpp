// What was judged: findings, verdicts, and the record of one trial.
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
#include "harness/values/attribution.hpp"
#include "harness/values/finding_kind.hpp"
#include "harness/values/outcome.hpp"

namespace afresh {

/// One thing that differs from the reference: one finding for each (kind, object).
struct Finding {
  FindingKind kind{};
  Aspect aspect{};
  int step = 0;                    ///< index into `Case::steps` as unrolled, 0-based
  std::string step_text;           ///< the step as the case writes it, e.g. `reload demo`
  std::vector<std::string> paths;  ///< where the object is met, shortest first; never empty
  std::string fresh;               ///< what the reference has there, in words
  std::string actual;              ///< what was found, in words
  std::string cause;               ///< `file:line: text` of what holds the old object, or empty
  Attribution attribution = Attribution::kStrategy;

  /// Whether it makes its aspect fail: the strategy's doing does; what the add-on leaves itself is
  /// counted by *process-state* alone, which asks whether the strategy sweeps up after it.
  [[nodiscard]] bool counts() const {
    return attribution == Attribution::kStrategy ||
           (attribution == Attribution::kAddon && aspect == Aspect::kProcessState);
  }

  auto operator<=>(const Finding&) const = default;
};

/// The answer for one aspect, with the reason where it is *unknown* or *refused*.
struct Verdict {
  Outcome outcome{};
  std::string reason;
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
