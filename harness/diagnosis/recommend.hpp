// Which way of reloading to use for an add-on, and which more would be right if what is in their
// way were mended. A rule over verdicts, over what a strategy needs and over what it costs; it
// knows no strategy by name. SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "harness/diagnosis/diagnose.hpp"
#include "harness/strategies/needs.hpp"
#include "harness/values/verdict.hpp"

namespace afresh {

/// What an author can ask of every reload. That an edit which cannot load leaves the old version,
/// that held objects go on and values stay, is more than most strategies promise; what
/// *process-state* finds is for the add-on's own `unregister()` to undo.
inline constexpr std::array kAskedAspects{Aspect::kFresh, Aspect::kClean, Aspect::kRecovery,
                                          Aspect::kIsolation, Aspect::kLeaks};
[[nodiscard]] bool is_asked(Aspect aspect);

/// How one strategy did for the add-on.
struct StrategyResult {
  std::string name;
  StrategyNeeds needs;
  bool is_judged = false;   ///< it refused nothing, and *fresh* was judged
  int asked_not_right = 0;  ///< aspects that fail or are unknown in some case
  int others_not_right = 0;
  bool undoes_leftovers = false;  ///< *process-state* passes: it takes back what stays
  double reload_ms = 0;           ///< the slowest of its cases; 0: none ended
  /// Something is against it that no line of the add-on causes.
  bool fails_by_itself = false;
  /// Indices of the diagnostics in the way, where nothing else is and each has a mend; else empty.
  std::vector<std::size_t> to_mend;

  [[nodiscard]] bool is_right() const { return is_judged && asked_not_right == 0; }
};

struct Recommendation {
  std::vector<StrategyResult> results;  ///< in the order of the records
  /// The one to use, as an index into `results`: of those that leave no old module objects in
  /// place the one with the fewest asked aspects not right; then one that needs no restart; then
  /// the fewest others not right; then one that adapts and installs nothing; then one that is not
  /// several times slower than the fastest; then the shortest. Nothing where none was judged.
  std::optional<std::size_t> best;

  [[nodiscard]] const StrategyResult* best_result() const {
    return best ? &results[*best] : nullptr;
  }
};

/// `needs`: by strategy; one that has none is taken to need nothing.
[[nodiscard]] Recommendation recommend(const std::vector<Record>& records,
                                       const Diagnosis& diagnosis,
                                       const std::map<std::string, StrategyNeeds>& needs);

/// Whether its author should hear of it unasked: errors always, and what is in the way of a
/// strategy that nothing else is in the way of. Whatever fails anyway is no reason to change a
/// line.
[[nodiscard]] bool is_worth_telling(const Diagnostic& diagnostic,
                                    const Recommendation& recommendation);

/// Whether a strategy is one to advise at all: it keeps no old module objects.
[[nodiscard]] inline bool is_advisable(const StrategyNeeds& needs) { return !needs.keeps_modules; }

}  // namespace afresh
