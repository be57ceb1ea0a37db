// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/judge.hpp"

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
#include "harness/oracles/aspects/library_changes.hpp"
#include "harness/oracles/aspects/live_objects.hpp"
#include "harness/oracles/aspects/process_state.hpp"
#include "harness/oracles/aspects/recovery.hpp"
#include "harness/oracles/aspects/rollback.hpp"
#include "harness/oracles/aspects/user_data.hpp"
#include "harness/oracles/attribution/cause.hpp"

namespace afresh {
namespace {

/// Adds up answers: a failure outweighs a refusal, a refusal that nobody can say, and that a pass.
class JudgementBuilder {
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

  [[nodiscard]] OracleResult& total() { return total_; }

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
                         make_history(input, *checkpoint), make_history(checkpoint->reference)};
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
    finding.cause = find_cause(finding, evidence);
    finding.overtaken_by = later_run(finding, evidence);
  }
}

/// A trial that ends badly with all its checkpoints behind it died in its last one's wake; one
/// without any died before there was anything to compare.
void add_late_interruption(const JudgeInput& input, JudgementBuilder& builder) {
  const Checkpoint before_anything;
  const Checkpoint& last = input.checkpoints.empty() ? before_anything : input.checkpoints.back();
  CheckpointView view{input, last};
  OracleResult oracle_result = judge_interruption(view);
  for (Finding& finding : oracle_result.findings) {
    if (finding.paths.front().empty() && !input.addons.empty()) {
      finding.paths = {input.addons.front()};
    }
  }
  builder.add(std::move(oracle_result));
}

/// An oracle that breaks says nothing: nothing can be said of its aspect here.
OracleResult ask(Aspect aspect, const std::function<OracleResult()>& oracle) {
  try {
    return oracle();
  } catch (const std::exception& error) {
    OracleResult result;
    result.unknown[aspect] = {.kind = ReasonKind::kOracleBroke,
                              .place = std::string(name_of(aspect)),
                              .message = error.what()};
    return result;
  }
}

OracleResult judge_checkpoint(const CheckpointView& view, std::span<const AspectOracle> oracles) {
  JudgementBuilder builder;
  for (const AspectOracle& oracle : oracles) {
    if (oracle.judge_checkpoint != nullptr) {
      builder.add(ask(oracle.aspect, [&] { return oracle.judge_checkpoint(view); }));
    } else if (oracle.judge_with_others != nullptr) {
      builder.add(
          ask(oracle.aspect, [&] { return oracle.judge_with_others(view, builder.total()); }));
    }
  }
  return std::move(builder.total());
}

/// What came after the last checkpoint that can be judged.
void judge_end(const Comparison& comparison, JudgementBuilder& builder) {
  const JudgeInput& input = comparison.input();
  const std::size_t judged = comparison.views().size();
  if (judged == input.checkpoints.size()) {
    if (is_interrupted(input.ending)) add_late_interruption(input, builder);
    return;
  }
  const Checkpoint& next = input.checkpoints[judged];
  if (is_reached(next)) {
    builder.add(judge_refusal(input, judged));
  } else if (is_interrupted(input.ending)) {
    builder.add(judge_interruption(CheckpointView{input, next}));
  }
}

bool is_at_its_end(const Comparison& comparison) {
  return comparison.views().size() == comparison.input().checkpoints.size() &&
         !is_interrupted(comparison.input().ending);
}

/// Whether some oracle may find something at this checkpoint.
bool may_have_findings(const CheckpointView& view) {
  const Checkpoint& checkpoint = view.checkpoint;
  if (view.has_raised() || view.is_edit_not_applied() || !view.renamed.empty()) return true;
  if (view.matching && !view.matching->mismatches.empty()) return true;
  if (std::ranges::any_of(checkpoint.expects, is_broken)) return true;
  // Held against what was before the step, or against other fresh starts.
  if (checkpoint.reference_fails || checkpoint.document.base != nullptr) return true;
  if (checkpoint.before == nullptr || checkpoint.actual == nullptr) return false;
  const Graph* fresh =
      checkpoint.reference.base == nullptr ? nullptr : &checkpoint.reference.base->graph;
  return view.input.addons.size() > 1 ||
         !find_library_changes(checkpoint.before->graph, checkpoint.actual->graph, fresh,
                               checkpoint.is_restarted)
              .empty();
}

}  // namespace

Comparison::Comparison(const JudgeInput& input) : input_(input) {
  for (const Checkpoint& checkpoint : input.checkpoints) {
    if (!is_reached(checkpoint) || checkpoint.result->outcome == OpOutcome::kRefused) break;
    views_.push_back(make_view(input, checkpoint));
  }
  bool has_reloaded = std::ranges::any_of(
      views_, [](const CheckpointView& view) { return view.edit == EditStatus::kApplied; });
  for (CheckpointView& view : views_) view.has_reloaded = has_reloaded;
}

bool Comparison::needs_controls() const {
  // A trial that did not come to its end has a finding or a refusal.
  return !is_at_its_end(*this) || input_.stands_for_any_edit || !input_.leaks.survivors.empty() ||
         std::ranges::any_of(views_, may_have_findings) || may_grow(input_.leaks);
}

bool Comparison::needs_sources() const {
  // What the mask hides or what is equal, the order of executions may tell.
  return needs_controls() || std::ranges::any_of(views_, [](const CheckpointView& view) {
           return view.mask.size() > 0;
         });
}

std::span<const AspectOracle> aspect_oracles() {
  using enum Aspect;
  static const std::array kOracles{
      AspectOracle{.aspect = kFresh, .judge_checkpoint = judge_fresh},
      AspectOracle{.aspect = kClean, .judge_checkpoint = judge_clean},
      AspectOracle{.aspect = kRollback, .judge_checkpoint = judge_rollback},
      AspectOracle{.aspect = kRecovery, .judge_checkpoint = judge_recovery},
      AspectOracle{.aspect = kIsolation, .judge_checkpoint = judge_isolation},
      AspectOracle{.aspect = kLiveObjects, .judge_checkpoint = judge_live_objects},
      AspectOracle{.aspect = kUserData, .judge_checkpoint = judge_user_data},
      AspectOracle{.aspect = kProcessState, .judge_with_others = judge_process_state},
      AspectOracle{.aspect = kLeaks, .judge_trial = judge_leaks},
  };
  return kOracles;
}

Judgement judge(const JudgeInput& input) { return judge(Comparison(input)); }

Judgement judge(const Comparison& comparison) { return judge(comparison, aspect_oracles()); }

Judgement judge(const Comparison& comparison, std::span<const AspectOracle> oracles) {
  Judgement judgement;
  JudgementBuilder builder;
  for (const CheckpointView& view : comparison.views()) {
    measure(view, judgement);
    builder.add(judge_checkpoint(view, oracles));
  }
  judge_end(comparison, builder);
  for (const AspectOracle& oracle : oracles) {
    if (oracle.judge_trial == nullptr || !is_at_its_end(comparison)) continue;
    builder.add(ask(oracle.aspect,
                    [&] { return oracle.judge_trial(comparison.input(), comparison.views()); }));
  }
  judgement.verdicts = builder.verdicts();
  judgement.findings = std::move(builder.total().findings);
  add_causes(comparison.input(), judgement.findings);
  return judgement;
}

}  // namespace afresh
