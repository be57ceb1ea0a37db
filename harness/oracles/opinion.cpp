// SPDX-License-Identifier: MIT
#include "harness/oracles/opinion.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "harness/oracles/describe.hpp"

namespace afresh {
namespace {

std::string error_words(const OpResult& result) {
  if (result.type.empty()) return result.message;
  return result.message.empty() ? result.type : fmt::format("{}: {}", result.type, result.message);
}

}  // namespace

Finding plain_finding(const CheckpointView& view, FindingKind kind, Aspect aspect, std::string path,
                      std::string fresh, std::string actual) {
  Finding finding;
  finding.kind = kind;
  finding.aspect = aspect;
  finding.step = view.checkpoint.step;
  finding.step_text = view.checkpoint.step_text;
  finding.paths = {std::move(path)};
  finding.fresh = shortened(std::move(fresh));
  finding.actual = shortened(std::move(actual));
  return finding;
}

Finding to_finding(const CheckpointView& view, const Difference& difference, Aspect aspect) {
  Finding finding =
      plain_finding(view, difference.kind, aspect, {}, difference.fresh, difference.actual);
  finding.paths = difference.paths;
  if (is_of_host(view.input.host_doing, difference)) finding.attribution = Attribution::kHost;
  return finding;
}

Finding raised_finding(const CheckpointView& view, Aspect aspect) {
  const OpResult& result = *view.checkpoint.result;
  Finding finding = plain_finding(view, FindingKind::kRegisterError, aspect,
                                  result.where.empty() ? view.checkpoint.addon : result.where,
                                  "no error", error_words(result));
  finding.cause = result.where;
  return finding;
}

void add_expectations(const CheckpointView& view, Aspect aspect, Opinion& opinion) {
  for (const ExpectPair& expect : view.checkpoint.expects) {
    if (expect.is_about_held || expect.reference.outcome != OpOutcome::kOk) continue;
    opinion.behaviour.insert(aspect);
    if (is_broken(expect)) opinion.findings.push_back(broken_expectation(view, expect, aspect));
  }
}

bool is_broken(const ExpectPair& expect) {
  return expect.trial.outcome == OpOutcome::kFailed || expect.trial.outcome == OpOutcome::kRaised;
}

Finding broken_expectation(const CheckpointView& view, const ExpectPair& expect, Aspect aspect) {
  std::string actual = error_words(expect.trial);
  Finding finding = plain_finding(view, FindingKind::kWrongBehaviour, aspect, expect.text, "true",
                                  actual.empty() ? "false" : std::move(actual));
  finding.cause = expect.trial.where;
  return finding;
}

bool is_residue(const CheckpointView& view, const Difference& difference) {
  if (!difference.is_only_entries || difference.entries.empty()) return false;
  return std::ranges::all_of(difference.entries, [&](const ResidueEntry& entry) {
    return std::ranges::find(view.input.residue, entry) != view.input.residue.end();
  });
}

}  // namespace afresh
