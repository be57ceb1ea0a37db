// SPDX-License-Identifier: MIT
#include "harness/engine/controls.hpp"

#include <algorithm>
#include <iterator>

#include "harness/engine/host_control.hpp"
#include "harness/oracles/aspects/checkpoint_view.hpp"
#include "harness/values/sort_unique.hpp"

namespace afresh::engine {
namespace {

const StrategySource kThorough{.name = "thorough", .source = {}, .file = {}};

}  // namespace

const Plan& Controls::plan() {
  if (!plan_) plan_ = make_plan(case_.value, case_.files, kThorough);
  return *plan_;
}

/// Calls `use(addon, moment)` for every version that some step has loaded by then: what an
/// earlier one never undoes is there in all that come after it.
template <typename Use>
void Controls::for_each_load(const Use& use) {
  for (const PlannedCheckpoint& checkpoint : plan().checkpoints) {
    for (const Moment& load : checkpoint.earlier_loads) use(checkpoint.addon, load);
    use(checkpoint.addon, checkpoint.moment);
  }
}

const HostSideEffects& Controls::host_side_effects() {
  if (host_side_effects_) return *host_side_effects_;
  HostSideEffects all;
  Case empty = with_empty_addons(case_.value);
  Plan control = make_plan(empty, files_of_case(empty), kHostsOwnReload);
  SharedObservation trial = fresh_starts_.observe(control.trial, Variant::kBase);
  for (const PlannedCheckpoint& checkpoint : control.checkpoints) {
    const Snapshot* actual = snapshot_after(*trial, checkpoint.op);
    ObservedGroup group = fresh_starts_.group(control, checkpoint, {}, actual);
    const Snapshot* fresh = only_snapshot(group.base.get());
    if (actual == nullptr || fresh == nullptr) continue;
    all = merged(std::move(all),
                 find_host_side_effects(*fresh, *actual, group_mask(to_reference_group(group))));
  }
  // Whole or not there: what breaks on the way is asked again.
  return host_side_effects_.emplace(std::move(all));
}

const std::vector<RegistryChange>& Controls::residue() {
  if (residue_) return *residue_;
  std::vector<RegistryChange> all;
  for_each_load([&](const std::string& addon, const Moment& load) {
    SharedObservation after = fresh_starts_.disabled(plan().trial, load, addon);
    const Snapshot* disabled = only_snapshot(after.get());
    if (disabled == nullptr) return;
    Moment without = load;
    std::erase(without.enabled, addon);
    SharedObservation never = fresh_starts_.observe(
        reference_script(plan().trial, without, {.libraries = disabled->libraries}),
        Variant::kBase);
    if (const Snapshot* untouched = only_snapshot(never.get()))
      std::ranges::copy(find_residue(*untouched, *disabled), std::back_inserter(all));
  });
  sort_unique(all);
  // What the host does by itself is no fault of an add-on's.
  std::erase_if(all, [&](const RegistryChange& entry) {
    return std::ranges::binary_search(host_side_effects().entries, entry);
  });
  return residue_.emplace(std::move(all));
}

const std::vector<Survivor>& Controls::survivors() {
  if (survivors_) return *survivors_;
  std::vector<Survivor> all;
  auto add = [&](const std::string& addon, const Moment& moment) {
    SharedObservation control = fresh_starts_.disabled(plan().trial, moment, addon);
    if (!control) return;
    for (const LeakCheck& check : control->leak_checks)
      std::ranges::copy(check.survivors, std::back_inserter(all));
  };
  for_each_load([&](const std::string& addon, const Moment& load) {
    add(addon, load);
    // Who depends on it keeps its modules, and with them all that is in them: alone, if it loads
    // so.
    Moment alone = load;
    alone.enabled = {addon};
    if (load.enabled.size() > 1) add(addon, alone);
  });
  sort_unique(all);
  return survivors_.emplace(std::move(all));
}

std::vector<Finding> Controls::run_thorough_control(Variant variant) {
  SharedObservation trial = fresh_starts_.observe(plan().trial, variant);
  TrialEvidence evidence(case_, fresh_starts_, plan(), *trial);
  // The order of executions only adds words to what is found.
  evidence.input.body_runs = nullptr;
  evidence.input.host_side_effects = host_side_effects();
  evidence.input.residue = residue();
  return judge(evidence.input).findings;
}

const ThoroughControl& Controls::thorough() {
  if (!thorough_) {
    thorough_ = ThoroughControl{.first_run = run_thorough_control(Variant::kBase),
                                .second_run = run_thorough_control(Variant::kOtherSeed)};
  }
  return *thorough_;
}

}  // namespace afresh::engine
