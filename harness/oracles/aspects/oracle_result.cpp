// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/oracle_result.hpp"

#include <algorithm>
#include <utility>

#include "harness/oracles/attribution/addon_attribution.hpp"

namespace afresh {
namespace {

bool is_in(std::string_view path, std::string_view place) {
  if (!path.starts_with(place)) return false;
  return path.size() == place.size() || path[place.size()] == '.' || path[place.size()] == ' ' ||
         path[place.size()] == '[';
}

PythonError error_in(const OpResult& result) { return {result.type, result.message}; }

/// Whether all that this difference is about is what the add-on itself never undoes.
bool is_residue(const CheckpointView& view, const Difference& difference) {
  if (!difference.is_only_entries || difference.entries.empty()) return false;
  return std::ranges::all_of(difference.entries, [&](const RegistryChange& entry) {
    return std::ranges::find(view.input.residue, entry) != view.input.residue.end();
  });
}

}  // namespace

Finding plain_finding(const CheckpointView& view, FindingKind kind, Aspect aspect, std::string path,
                      FindingSide fresh, FindingSide actual) {
  Finding finding;
  finding.kind = kind;
  finding.aspect = aspect;
  finding.step = view.checkpoint.step;
  finding.step_text = view.checkpoint.step_text;
  finding.paths = {std::move(path)};
  finding.fresh = std::move(fresh);
  finding.actual = std::move(actual);
  return finding;
}

Finding to_finding(const CheckpointView& view, const Difference& difference, Aspect aspect) {
  Finding finding =
      plain_finding(view, difference.kind, aspect, {}, difference.fresh, difference.actual);
  finding.paths = difference.paths;
  if (is_host_side_effect(view.input.host_side_effects, difference))
    finding.attribution = Attribution::kHost;
  else if (is_residue(view, difference) || is_addon_fault(view, finding))
    finding.attribution = Attribution::kAddon;
  return finding;
}

Finding raised_finding(const CheckpointView& view, Aspect aspect) {
  const OpResult& result = *view.checkpoint.result;
  Finding finding = plain_finding(view, FindingKind::kRegisterError, aspect,
                                  result.where.empty() ? view.checkpoint.addon : result.where,
                                  Nothing{}, error_in(result));
  finding.cause = parse_source_line(result.where);
  return finding;
}

void add_expectations(const CheckpointView& view, Aspect aspect, OracleResult& oracle_result) {
  for (const ExpectPair& expect : view.checkpoint.expects) {
    if (expect.is_about_user_references || expect.reference.outcome != OpOutcome::kOk) continue;
    bool& behaves = oracle_result.behaves.try_emplace(aspect, true).first->second;
    behaves = behaves && !is_broken(expect);
    if (is_broken(expect))
      oracle_result.findings.push_back(broken_expectation(view, expect, aspect));
  }
}

bool is_broken(const ExpectPair& expect) {
  return expect.trial.outcome == OpOutcome::kFailed || expect.trial.outcome == OpOutcome::kRaised;
}

Finding broken_expectation(const CheckpointView& view, const ExpectPair& expect, Aspect aspect) {
  Finding finding = plain_finding(view, FindingKind::kWrongBehaviour, aspect, expect.text,
                                  Nothing{}, error_in(expect.trial));
  finding.cause = parse_source_line(expect.trial.where);
  if (is_addon_fault(view, finding)) finding.attribution = Attribution::kAddon;
  return finding;
}

bool is_addon_fault(const CheckpointView& view, const Finding& finding) {
  return !view.is_edit_not_applied() && is_addon_fault(finding, view.input.thorough);
}

bool is_left_by_addon(const Finding& finding) {
  bool is_of_load_or_disable = finding.aspect == Aspect::kFresh ||
                               finding.aspect == Aspect::kRecovery ||
                               finding.aspect == Aspect::kClean;
  return finding.attribution == Attribution::kAddon && is_of_load_or_disable;
}

bool is_already_reported(const OracleResult& oracle_result, Aspect aspect, std::string_view place) {
  return std::ranges::any_of(oracle_result.findings, [&](const Finding& finding) {
    return finding.aspect == aspect && !is_left_by_addon(finding) &&
           std::ranges::any_of(finding.paths,
                               [&](const std::string& path) { return is_in(path, place); });
  });
}

}  // namespace afresh
