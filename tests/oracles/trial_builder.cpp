// SPDX-License-Identifier: MIT
#include "tests/oracles/trial_builder.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "tests/oracles/in_short.hpp"
#include "tests/oracles/samples.hpp"

namespace afresh::testing {

std::string demo_before() {
  return with(std::string(kDemo), {{"_code = c1", "_code = c0"}, {".V = int 1", ".V = int 0"}});
}

TrialBuilder::TrialBuilder(std::vector<std::string> addons) { input.addons = std::move(addons); }

Checkpoint& TrialBuilder::add(StepKind kind, std::string_view actual, std::string_view reference) {
  Checkpoint checkpoint;
  checkpoint.step = static_cast<int>(input.checkpoints.size()) + 1;
  checkpoint.kind = kind;
  checkpoint.addon = "demo";
  switch (kind) {
    case StepKind::kEnable: checkpoint.step_text = "enable demo"; break;
    case StepKind::kReload: checkpoint.step_text = "reload demo"; break;
    case StepKind::kDisable: checkpoint.step_text = "disable demo"; break;
  }
  checkpoint.result = keep(OpResult{OpOutcome::kOk});
  checkpoint.actual = keep(actual);
  checkpoint.reference.base = keep(reference);
  checkpoint.reference.result = checkpoint.result;
  return input.checkpoints.emplace_back(std::move(checkpoint));
}

Checkpoint& TrialBuilder::reload(std::string_view actual, std::string_view reference) {
  Checkpoint& checkpoint = add(StepKind::kReload, actual, reference);
  checkpoint.previous_reference = keep(demo_before());
  return checkpoint;
}

const Snapshot* TrialBuilder::keep(std::string_view text) {
  return &snapshots_.emplace_back(parse_snapshot(text));
}

const OpResult* TrialBuilder::keep(OpResult result) {
  return &results_.emplace_back(std::move(result));
}

Judgement TrialBuilder::judge() const {
  const Comparison comparison(input);
  Judgement judgement = afresh::judge(comparison);
  JudgeInput without = input;
  without.sources = nullptr;
  for (Checkpoint& checkpoint : without.checkpoints) checkpoint.facts = nullptr;
  const Judgement without_sources = afresh::judge(without);
  // What sources alone tell is nobody's fault but the strategy's.
  if (!comparison.needs_controls() && !without_sources.findings.empty())
    throw std::logic_error("there are findings, but no controls were asked for");
  if (!comparison.needs_sources() && without_sources.verdicts != judgement.verdicts)
    throw std::logic_error("sources make a difference, but none were asked for");
  return judgement;
}

std::string TrialBuilder::verdicts() const {
  std::string words;
  for (const auto& [aspect, verdict] : judge().verdicts) {
    if (!words.empty()) words += ' ';
    words += fmt::format("{}={}", name_of(aspect), name_of(verdict.outcome));
    if (verdict.reason) words += fmt::format("({})", in_short(*verdict.reason));
  }
  return words;
}

std::vector<std::string> TrialBuilder::findings() const {
  return render_findings(judge().findings);
}

OpResult raised(std::string type, std::string message, std::string where) {
  OpResult result;
  result.outcome = OpOutcome::kRaised;
  result.type = std::move(type);
  result.message = std::move(message);
  result.where = std::move(where);
  return result;
}

}  // namespace afresh::testing
