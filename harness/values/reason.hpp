// Why an aspect has no answer of its own: nobody can say, or the strategy refused. Sentences of it
// are made in reports/ alone. SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "harness/values/finding_kind.hpp"
#include "harness/values/vocabulary.hpp"

namespace afresh {

enum class ReasonKind : std::uint8_t {
  kRefusal,
  kFreshStartsDiffer,
  kTooMuchDiffers,
  kNotConfirmed,
  kStepRaised,
  kEditNotVisible,
  kSourceUnread,
  kNoSnapshot,
  kOracleBroke,
  kHarnessError,
};
template <>
inline constexpr std::array kWordsOf<ReasonKind>{
    Word<ReasonKind>{ReasonKind::kRefusal, "refusal", "the strategy refused, in its own words"},
    Word<ReasonKind>{ReasonKind::kFreshStartsDiffer, "fresh-starts-differ",
                     "fresh starts disagree in how they end or in what is there"},
    Word<ReasonKind>{ReasonKind::kTooMuchDiffers, "too-much-differs",
                     "more than a twentieth of what is compared differs between fresh starts"},
    Word<ReasonKind>{ReasonKind::kNotConfirmed, "not-confirmed",
                     "a failure did not show again in another process"},
    Word<ReasonKind>{ReasonKind::kStepRaised, "step-raised", "a step of the case itself raised"},
    Word<ReasonKind>{ReasonKind::kEditNotVisible, "edit-not-visible",
                     "the edit changes nothing that can be seen"},
    Word<ReasonKind>{ReasonKind::kSourceUnread, "source-unread",
                     "a file is too deep for Python's own parser"},
    Word<ReasonKind>{ReasonKind::kNoSnapshot, "no-snapshot", "there is nothing to compare"},
    Word<ReasonKind>{ReasonKind::kOracleBroke, "oracle-broke", "an oracle broke"},
    Word<ReasonKind>{ReasonKind::kHarnessError, "harness-error",
                     "afresh could not run or judge the case"},
};
static_assert(is_complete(ReasonKind::kHarnessError));
inline constexpr auto kReasonKinds = all_values<ReasonKind>();

/// The process in which a failure was looked for once more.
enum class ConfirmingRun : std::uint8_t { kSecondProcess, kNewProcess };
template <>
inline constexpr std::array kWordsOf<ConfirmingRun>{
    Word<ConfirmingRun>{ConfirmingRun::kSecondProcess, "second-process",
                        "forked from another interpreter"},
    Word<ConfirmingRun>{ConfirmingRun::kNewProcess, "new-process", "started anew, another seed"},
};
static_assert(is_complete(ConfirmingRun::kNewProcess));
inline constexpr auto kConfirmingRuns = all_values<ConfirmingRun>();

/// What does not belong to the kind is empty.
struct Reason {
  ReasonKind kind{};
  std::string place;  ///< the step that raised, where fresh starts differ, the file, the aspect
  std::string error_type;  ///< of what the step raised: `ValueError`
  std::string message;     ///< as whoever refused, raised or broke said it
  int per_mille = 0;       ///< how much of what is compared differs
  ConfirmingRun run{};
  std::vector<FindingKind> here;   ///< by what the aspect failed first
  std::vector<FindingKind> there;  ///< and in the other process
  std::vector<Reason> because;     ///< at most one: why the other process knows nothing

  auto operator<=>(const Reason&) const = default;
};

[[nodiscard]] inline std::optional<Reason> no_snapshot() {
  return Reason{.kind = ReasonKind::kNoSnapshot};
}

}  // namespace afresh
