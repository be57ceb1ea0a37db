// A checkpoint with what its oracles have in common, worked out once: mask, matching, who depends
// on whom, whether the edit arrived. SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "harness/oracles/aspects/edit_status.hpp"
#include "harness/oracles/aspects/judge_input.hpp"
#include "harness/oracles/graph/mask.hpp"
#include "harness/oracles/graph/match.hpp"
#include "harness/oracles/graph/renaming.hpp"
#include "harness/values/reason.hpp"

namespace afresh {

/// What ran in the trial up to this checkpoint, and in its fresh start.
[[nodiscard]] ExecutionHistory make_history(const JudgeInput& input, const Checkpoint& checkpoint);
[[nodiscard]] ExecutionHistory make_history(const ReferenceGroup& reference);

/// Lives no longer than its checkpoint and input.
struct CheckpointView {
  const JudgeInput& input;
  const Checkpoint& checkpoint;
  std::int32_t subject = -1;  ///< index of the step's add-on
  Mask mask;                  ///< of reference A
  std::optional<Matching>
      matching;                    ///< trial with reference A; absent when either took no snapshot
  std::vector<bool> is_dependant;  ///< by add-on
  std::optional<EditStatus> edit;  ///< absent when no edit is pending or nothing can be compared
  std::optional<Reason> unknown;   ///< why no verdict can be given
  bool has_reloaded = false;       ///< some edit of the trial arrived, here or elsewhere

  std::vector<RenamedModule> renamed;  ///< of the trial, against reference A
  std::optional<Graph> as_named;       ///< the trial's graph with the reference's names, if renamed

  /// The trial's graph, modulo renaming. Only where it took a snapshot.
  [[nodiscard]] const Graph& actual() const {
    return as_named ? *as_named : checkpoint.actual->graph;
  }
  [[nodiscard]] bool has_raised() const;  ///< the step, where the reference's did not
  [[nodiscard]] bool is_loading() const { return checkpoint.kind != StepKind::kDisable; }
  /// What raised is not asked whether its edit arrived.
  [[nodiscard]] bool is_edit_not_applied() const {
    return edit == EditStatus::kNotApplied && !has_raised();
  }
  /// Whether there were edits to follow, and none that can be seen arrived here or anywhere: an
  /// empty pass is no pass.
  [[nodiscard]] bool has_reloaded_nothing() const;
  /// The aspect that a load of this checkpoint is judged by.
  [[nodiscard]] Aspect load_aspect() const {
    return checkpoint.is_repair ? Aspect::kRecovery : Aspect::kFresh;
  }
  /// Whether this add-on is the subject or holds its objects.
  [[nodiscard]] bool is_concerned(std::int32_t owner) const {
    auto index = static_cast<std::size_t>(owner);
    return owner == subject || (owner >= 0 && index < is_dependant.size() && is_dependant[index]);
  }
};

/// What differs between the group's members; masks nothing where there are no others.
[[nodiscard]] Mask group_mask(const ReferenceGroup& group);
/// Why nothing can be said against a group with this mask and graph A, or empty.
[[nodiscard]] std::optional<Reason> find_inconclusive_reason(const Mask& mask, const Graph& a);

[[nodiscard]] CheckpointView make_view(const JudgeInput& input, const Checkpoint& checkpoint);

}  // namespace afresh
