// SPDX-License-Identifier: MIT
#include "harness/engine/fresh_starts.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "harness/wire/messages.hpp"

namespace afresh::engine {
namespace {

std::vector<std::string> absent_from(const std::vector<std::string>& some,
                                     const std::vector<std::string>& all) {
  std::vector<std::string> missing;
  std::ranges::copy_if(some, std::back_inserter(missing), [&](const std::string& name) {
    return std::ranges::find(all, name) == all.end();
  });
  return missing;
}

}  // namespace

SharedObservation FreshStarts::observe(const Script& script, Variant variant) {
  std::string key = wire::encode(wire::Request{script}) + static_cast<char>(variant);
  SharedObservation& known = observations_[key];
  if (known) return known;
  Result<Observation> observation = run_(script, variant);
  // A strategy that cannot be loaded was refused before its case began.
  if (!observation) throw std::runtime_error(observation.error().message);
  // What others did to the machine must not look like a version that cannot load.
  if (observation->ending != Ending::kCompleted) {
    Result<Observation> again = run_(script, variant);
    if (again && again->ending == Ending::kCompleted) observation = std::move(again);
  }
  known = std::make_shared<const Observation>(std::move(*observation));
  return known;
}

ObservedGroup FreshStarts::group(const Script& trial, const Moment& moment,
                                 ReferenceOptions options) {
  Script from_source = reference_script(trial, moment, options);
  options.from_bytecode = true;
  Script from_bytecode = reference_script(trial, moment, options);
  return {.base = observe(from_source, Variant::kBase),
          .other_seed = observe(from_bytecode, Variant::kOtherSeed),
          .aged = observe(from_source, Variant::kAged)};
}

ObservedGroup FreshStarts::group(const Plan& plan, const PlannedCheckpoint& checkpoint,
                                 const std::vector<std::string>& expects, const Snapshot* actual) {
  ReferenceOptions options{.expects = expects};
  if (actual != nullptr) {
    // The library twin: what importing the standard library registers is nobody's doing. After a
    // disable all that was imported; after a load what the fresh start does not import by itself.
    if (checkpoint.kind == CheckpointKind::kDisable) {
      options.libraries = actual->libraries;
    } else if (SharedObservation plain = observe(
                   reference_script(plan.trial, checkpoint.moment, options), Variant::kBase);
               const Snapshot* fresh = only_snapshot(plain.get())) {
      options.libraries = absent_from(actual->libraries, fresh->libraries);
    }
  }
  return group(plan.trial, checkpoint.moment, options);
}

SharedObservation FreshStarts::base(const Script& trial, const Moment& moment) {
  return observe(reference_script(trial, moment, {}), Variant::kBase);
}

SharedObservation FreshStarts::disabled(const Script& trial, Moment moment,
                                        const std::string& addon) {
  if (std::ranges::find(moment.enabled, addon) == moment.enabled.end())
    moment.enabled.push_back(addon);
  Script script = reference_script(trial, moment, {.disabled = addon});
  SharedObservation control = observe(script, Variant::kBase);
  // What did not load is not switched off again, and would be its residue in whole.
  return fails_to_load(script, *control) ? nullptr : control;
}

const Snapshot* snapshot_after(const Observation& observation, std::uint32_t op) {
  auto found = std::ranges::find(observation.snapshots, op, &Snapshot::op);
  return found == observation.snapshots.end() ? nullptr : &*found;
}

const Snapshot* only_snapshot(const Observation* observation) {
  return observation == nullptr || observation->snapshots.empty() ? nullptr
                                                                  : &observation->snapshots.front();
}

const OpResult* enable_result(const Script& script, const Observation& observation) {
  const OpResult* result = nullptr;
  for (std::size_t i = 0; i < script.ops.size(); ++i) {
    if (!std::holds_alternative<EnableOp>(script.ops[i].action)) continue;
    result = &observation.results[i];
    if (result->outcome != OpOutcome::kOk) break;
  }
  return result;
}

bool fails_to_load(const Script& script, const Observation& observation) {
  const OpResult* result = enable_result(script, observation);
  return result != nullptr && result->outcome != OpOutcome::kOk;
}

ReferenceGroup to_reference_group(const ObservedGroup& group) {
  return {.base = only_snapshot(group.base.get()),
          .other_seed = only_snapshot(group.other_seed.get()),
          .aged = only_snapshot(group.aged.get()),
          .body_runs = group.base ? &group.base->body_runs : nullptr};
}

}  // namespace afresh::engine
