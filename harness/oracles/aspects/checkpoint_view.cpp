// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/checkpoint_view.hpp"

#include <algorithm>
#include <cmath>

#include "harness/oracles/graph/dependants.hpp"

namespace afresh {
namespace {

std::int32_t find_addon_index(const std::vector<std::string>& addons, const std::string& name) {
  auto found = std::ranges::find(addons, name);
  return found == addons.end() ? -1 : static_cast<std::int32_t>(found - addons.begin());
}

/// Whoever held the add-on's objects before the step or would after a fresh start.
std::vector<bool> dependants_at(const JudgeInput& input, const Checkpoint& checkpoint,
                                std::int32_t subject) {
  std::vector<bool> all(input.addons.size(), false);
  for (const Snapshot* snapshot : {checkpoint.reference.base, checkpoint.before}) {
    bool is_broken = snapshot == checkpoint.reference.base && checkpoint.reference_fails;
    if (snapshot == nullptr || is_broken) continue;
    std::vector<bool> some = find_dependants(snapshot->graph, subject, all.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = all[i] || some[i];
  }
  // Who has copied plain values holds no object of the subject's, and has to follow all the same.
  for (const std::string& copier : checkpoint.copiers) {
    std::int32_t index = find_addon_index(input.addons, copier);
    if (index >= 0) all[static_cast<std::size_t>(index)] = true;
  }
  return all;
}

}  // namespace

bool CheckpointView::has_raised() const {
  const OpResult* there = checkpoint.reference.result;
  bool raised_there = there != nullptr && there->outcome == OpOutcome::kRaised;
  return checkpoint.result != nullptr && checkpoint.result->outcome == OpOutcome::kRaised &&
         !raised_there;
}

std::optional<Reason> find_inconclusive_reason(const Mask& mask, const Graph& a) {
  if (!mask.disagreement.empty())
    return Reason{.kind = ReasonKind::kFreshStartsDiffer, .place = mask.disagreement};
  double fraction = masked_fraction(mask, a);
  if (fraction <= kMaxMaskedFraction) return {};
  return Reason{.kind = ReasonKind::kTooMuchDiffers,
                .per_mille = static_cast<int>(std::lround(fraction * 1000))};
}

Mask group_mask(const ReferenceGroup& group) {
  if (group.mask != nullptr) return *group.mask;
  if (group.base == nullptr || group.other_seed == nullptr || group.aged == nullptr) return {};
  return make_mask(group.base->graph, group.other_seed->graph, group.aged->graph);
}

ExecutionHistory make_history(const JudgeInput& input, const Checkpoint& checkpoint) {
  return input.body_runs == nullptr
             ? ExecutionHistory()
             : ExecutionHistory(*input.body_runs, checkpoint.period, input.sources);
}

ExecutionHistory make_history(const ReferenceGroup& reference) {
  return reference.body_runs == nullptr ? ExecutionHistory()
                                        : ExecutionHistory(*reference.body_runs);
}

bool CheckpointView::has_reloaded_nothing() const {
  // Without a snapshot nobody can say.
  if (has_raised() || checkpoint.reference_fails || !matching) return false;
  bool has_edits = std::ranges::any_of(
      input.checkpoints, [](const Checkpoint& each) { return each.previous_reference != nullptr; });
  bool may_have_arrived = has_reloaded || edit == EditStatus::kNotVisible;
  return is_edit_not_applied() || (has_edits && !may_have_arrived);
}

CheckpointView make_view(const JudgeInput& input, const Checkpoint& checkpoint) {
  CheckpointView view{input, checkpoint};
  view.subject = find_addon_index(input.addons, checkpoint.addon);
  view.is_dependant = dependants_at(input, checkpoint, view.subject);
  const ReferenceGroup& reference = checkpoint.reference;
  if (reference.base == nullptr || checkpoint.reference_fails) return view;
  const Graph& fresh = reference.base->graph;
  view.mask = group_mask(reference);
  view.unknown = checkpoint.inconclusive_reason ? checkpoint.inconclusive_reason
                                                : find_inconclusive_reason(view.mask, fresh);
  if (checkpoint.actual == nullptr) return view;
  view.renamed = renamed_modules(checkpoint.actual->graph, fresh);
  if (!view.renamed.empty())
    view.as_named = with_reference_names(fresh, checkpoint.actual->graph, view.renamed);
  const Graph& actual = view.actual();
  view.matching = match(actual, fresh, view.mask);
  if (checkpoint.previous_reference != nullptr) {
    view.edit = edit_status(checkpoint.previous_reference->graph, fresh, view.mask, actual,
                            *view.matching, view.subject);
  }
  return view;
}

}  // namespace afresh
