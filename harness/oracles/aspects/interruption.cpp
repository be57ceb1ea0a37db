// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/interruption.hpp"

#include <algorithm>
#include <utility>

#include "harness/oracles/aspects/rollback.hpp"

namespace afresh {

bool is_interrupted(const EndingInfo& ending) {
  switch (ending.ending) {
    case Ending::kCompleted: return false;
    case Ending::kExit: return !ending.is_finished;
    case Ending::kSignal:
    case Ending::kDeadline: return true;
  }
  return false;
}

std::set<Aspect> applicable_aspects(const CheckpointView& view) {
  const Checkpoint& checkpoint = view.checkpoint;
  std::set<Aspect> aspects;
  if (!view.is_loading()) {
    aspects.insert(Aspect::kClean);
  } else if (!checkpoint.reference_fails) {
    aspects.insert(view.load_aspect());
    if (checkpoint.kind == StepKind::kReload) aspects.insert(Aspect::kProcessState);
  }
  aspects.insert(Aspect::kIsolation);
  return aspects;
}

OracleResult judge_interruption(const CheckpointView& view) {
  const EndingInfo& ending = view.input.ending;
  Aspect aspect = view.is_loading() ? view.load_aspect() : Aspect::kClean;
  FindingKind kind = ending.ending == Ending::kDeadline ? FindingKind::kHang : FindingKind::kCrash;
  OracleResult oracle_result;
  oracle_result.judged.insert(aspect);
  Finding finding = plain_finding(view, kind, aspect, view.checkpoint.addon, Nothing{},
                                  ProcessEnd{ending.ending, ending.status});
  if (ending.step >= 0) {
    finding.step = ending.step;
    finding.step_text = ending.step_text;
  }
  oracle_result.findings.push_back(std::move(finding));
  return oracle_result;
}

OracleResult judge_refusal(const JudgeInput& input, std::size_t checkpoint) {
  const Reason reason{.kind = ReasonKind::kRefusal,
                      .message = input.checkpoints[checkpoint].result->message};
  OracleResult oracle_result;
  if (auto finding = no_rollback(make_view(input, input.checkpoints[checkpoint]))) {
    oracle_result.judged.insert(Aspect::kRollback);
    oracle_result.findings.push_back(std::move(*finding));
  }
  for (std::size_t i = checkpoint; i < input.checkpoints.size(); ++i) {
    for (Aspect aspect : applicable_aspects(make_view(input, input.checkpoints[i]))) {
      oracle_result.refused.try_emplace(aspect, reason);
    }
  }
  return oracle_result;
}

}  // namespace afresh
