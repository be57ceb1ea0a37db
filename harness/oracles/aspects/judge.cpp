// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>
#include <functional>
#include <utility>

#include "harness/oracles/aspects/aspect_oracle.hpp"
#include "harness/oracles/aspects/clean.hpp"
#include "harness/oracles/aspects/fresh.hpp"
#include "harness/oracles/aspects/interruption.hpp"
#include "harness/oracles/aspects/isolation.hpp"
#include "harness/oracles/aspects/leaks.hpp"
#include "harness/oracles/aspects/live_objects.hpp"
#include "harness/oracles/aspects/process_state.hpp"
#include "harness/oracles/aspects/recovery.hpp"
#include "harness/oracles/aspects/rollback.hpp"
#include "harness/oracles/aspects/user_data.hpp"
#include "harness/oracles/attribution/cause.hpp"

namespace afresh {
namespace {

/// Adds up opinions: a failure outweighs a refusal, a refusal a inconclusive_reason, a
/// inconclusive_reason a pass.
class Tally {
 public:
  void add(OracleResult oracle_result) {
    total_.judged.merge(oracle_result.judged);
    total_.unknown.merge(oracle_result.unknown);
    total_.refused.merge(oracle_result.refused);
    for (auto [aspect, behaves] : oracle_result.behaves) {
      bool& all = total_.behaves.try_emplace(aspect, true).first->second;
      all = all && behaves;
    }
    std::ranges::move(oracle_result.findings, std::back_inserter(total_.findings));
  }

  [[nodiscard]] std::map<Aspect, Verdict> verdicts() const {
    std::map<Aspect, Verdict> verdicts;
    for (Aspect aspect : total_.judged) verdicts[aspect] = {Outcome::kPass, {}};
    for (const auto& [aspect, reason] : total_.unknown) {
      verdicts[aspect] = {Outcome::kUnknown, reason};
    }
    for (const auto& [aspect, reason] : total_.refused) {
      verdicts[aspect] = {Outcome::kRefused, reason};
    }
    for (const Finding& finding : total_.findings) {
      if (finding.counts()) verdicts[finding.aspect] = {Outcome::kFail, {}};
    }
    for (auto [aspect, behaves] : total_.behaves) {
      auto verdict = verdicts.find(aspect);
      if (verdict != verdicts.end())
        verdict->second.behaviour = behaves ? Outcome::kPass : Outcome::kFail;
    }
    return verdicts;
  }

  [[nodiscard]] std::vector<Finding> take_findings() { return std::move(total_.findings); }

 private:
  OracleResult total_;
};

void measure(const CheckpointView& view, Judgement& judgement) {
  judgement.masked = std::max(judgement.masked, view.mask.size());
  if (const Snapshot* actual = view.checkpoint.actual) {
    judgement.opaque = std::max(judgement.opaque, static_cast<int>(actual->graph.opaque));
  }
  if (const Snapshot* fresh = view.checkpoint.reference.base) {
    judgement.nodes = std::max(judgement.nodes, static_cast<int>(fresh->graph.nodes.size()));
  }
}

bool is_reached(const Checkpoint& checkpoint) {
  return checkpoint.result != nullptr && checkpoint.result->outcome != OpOutcome::kNotReached;
}

CauseEvidence cause_evidence(const JudgeInput& input, const Checkpoint* checkpoint) {
  static const SourceFacts kNoFacts;
  static const std::vector<LedgerEntry> kNoLedger;
  const std::vector<LedgerEntry>& ledger = input.ledger != nullptr ? *input.ledger : kNoLedger;
  if (checkpoint == nullptr) return {kNoFacts, ledger};
  CauseEvidence evidence{checkpoint->facts != nullptr ? *checkpoint->facts : kNoFacts, ledger,
                         history_of(input, *checkpoint), history_of(checkpoint->reference)};
  std::set<std::string> known = known_files(evidence.history);
  known.merge(known_files(evidence.reference_history));
  // Where both have a module, what is asked about is the trial's.
  for (const Snapshot* snapshot : {checkpoint->actual, checkpoint->reference.base}) {
    if (snapshot != nullptr) evidence.modules.merge(module_files(snapshot->graph, known));
  }
  return evidence;
}

/// Lines are those of the files as they were at the finding's own checkpoint, or when they ran.
void add_causes(const JudgeInput& input, std::vector<Finding>& findings) {
  std::map<int, CauseEvidence> by_step;
  for (Finding& finding : findings) {
    auto checkpoint = std::ranges::find(input.checkpoints, finding.step, &Checkpoint::step);
    bool is_known = checkpoint != input.checkpoints.end();
    const CauseEvidence& evidence =
        by_step.try_emplace(finding.step, cause_evidence(input, is_known ? &*checkpoint : nullptr))
            .first->second;
    if (finding.cause.is_known()) continue;
    finding.cause = cause_of(finding, evidence);
    finding.overtaken_by = later_run(finding, evidence);
  }
}

/// A trial that ends badly with all its checkpoints behind it died in its last one's wake; one
/// without any died before there was anything to compare.
void add_late_interruption(const JudgeInput& input, Tally& tally) {
  const Checkpoint before_anything;
  const Checkpoint& last = input.checkpoints.empty() ? before_anything : input.checkpoints.back();
  CheckpointView view{input, last};
  OracleResult oracle_result = judge_interruption(view);
  for (Finding& finding : oracle_result.findings) {
    if (finding.paths.front().empty() && !input.addons.empty()) {
      finding.paths = {input.addons.front()};
    }
  }
  tally.add(std::move(oracle_result));
}

/// An oracle that breaks has no oracle_result: nothing can be said of its aspects here.
void ask(const std::vector<Aspect>& aspects, const std::function<OracleResult()>& oracle,
         Tally& tally) {
  try {
    tally.add(oracle());
  } catch (const std::exception& error) {
    OracleResult oracle_result;
    for (Aspect aspect : aspects) {
      oracle_result.unknown[aspect] =
          fmt::format("the oracle of {} broke: {}", name_of(aspect), error.what());
    }
    tally.add(std::move(oracle_result));
  }
}

}  // namespace

std::span<const AspectOracle> aspect_oracles() {
  using enum Aspect;
  static const std::array kOracles{
      AspectOracle{judge_fresh, {kFresh}},
      AspectOracle{judge_process_state, {kProcessState}},
      AspectOracle{judge_clean, {kClean}},
      AspectOracle{judge_rollback, {kRollback}},
      AspectOracle{judge_recovery, {kRecovery}},
      AspectOracle{judge_isolation, {kIsolation}},
      AspectOracle{judge_live_objects, {kLiveObjects}},
      AspectOracle{judge_user_data, {kUserData}},
  };
  return kOracles;
}

Judgement judge(const JudgeInput& input) { return judge(input, aspect_oracles()); }

Judgement judge(const JudgeInput& input, std::span<const AspectOracle> oracles) {
  Judgement judgement;
  Tally tally;
  std::vector<CheckpointView> views;
  for (const Checkpoint& checkpoint : input.checkpoints) {
    if (!is_reached(checkpoint) || checkpoint.result->outcome == OpOutcome::kRefused) break;
    views.push_back(view_of(input, checkpoint));
  }
  bool has_reloaded = std::ranges::any_of(
      views, [](const CheckpointView& view) { return view.edit == EditStatus::kApplied; });
  for (CheckpointView& view : views) {
    view.has_reloaded = has_reloaded;
    measure(view, judgement);
    for (const AspectOracle& oracle : oracles)
      ask(
          oracle.aspects, [&] { return oracle.judge(view); }, tally);
  }
  bool is_interruption_open = is_interrupted(input.ending);
  if (views.size() < input.checkpoints.size()) {
    const Checkpoint& next = input.checkpoints[views.size()];
    if (is_reached(next)) {
      tally.add(judge_refusal(input, views.size()));
    } else if (is_interruption_open) {
      tally.add(judge_interruption(CheckpointView{input, next}));
    }
  } else if (is_interruption_open) {
    add_late_interruption(input, tally);
  }
  bool is_at_its_end = views.size() == input.checkpoints.size() && !is_interruption_open;
  if (is_at_its_end && std::ranges::any_of(views, may_leave_old))
    ask(
        {Aspect::kLeaks}, [&] { return judge_leaks(input); }, tally);
  judgement.verdicts = tally.verdicts();
  judgement.findings = tally.take_findings();
  add_causes(input, judgement.findings);
  return judgement;
}

}  // namespace afresh
