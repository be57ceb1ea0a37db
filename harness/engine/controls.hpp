// Whose doing it is: the control runs of one case, each made when it is first asked
// for and once, whatever strategies there are. SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "harness/engine/fresh_starts.hpp"
#include "harness/engine/trial_evidence.hpp"
#include "harness/oracles/attribution/addon_attribution.hpp"
#include "harness/oracles/attribution/host_side_effects.hpp"
#include "harness/oracles/attribution/residue.hpp"
#include "harness/values/verdict.hpp"

namespace afresh::engine {

/// Add-ons are those of the case: no strategy's adaptations. Arguments outlive it.
class Controls {
 public:
  Controls(const PreparedCase& a_case, FreshStarts& fresh_starts)
      : case_(a_case), fresh_starts_(fresh_starts) {}

  /// What the host does to an empty add-on at the steps of the case.
  const HostSideEffects& host_side_effects();
  /// What each version that is loaded leaves in registries of host and interpreter after a fresh
  /// start that is switched off again; without what the host leaves. Sorted.
  const std::vector<RegistryChange>& residue();
  /// What it leaves in memory then. Sorted.
  const std::vector<Survivor>& survivors();
  /// What is found even where everything is done for the add-on that can be done from outside: the
  /// trial of the control strategy `thorough`, judged.
  const ThoroughControl& thorough();

 private:
  const Plan& plan();
  template <typename Use>
  void for_each_load(const Use& use);
  std::vector<Finding> run_thorough_control(Variant variant);

  const PreparedCase& case_;
  FreshStarts& fresh_starts_;
  std::optional<Plan> plan_;
  std::optional<HostSideEffects> host_side_effects_;
  std::optional<std::vector<RegistryChange>> residue_;
  std::optional<std::vector<Survivor>> survivors_;
  std::optional<ThoroughControl> thorough_;
};

}  // namespace afresh::engine
