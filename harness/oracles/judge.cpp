// SPDX-License-Identifier: MIT
#include "harness/oracles/judge.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "harness/oracles/cause.hpp"
#include "harness/oracles/clean.hpp"
#include "harness/oracles/fresh.hpp"
#include "harness/oracles/interruption.hpp"
#include "harness/oracles/neighbour.hpp"
#include "harness/oracles/opinion.hpp"
#include "harness/oracles/recovers.hpp"
#include "harness/oracles/surface.hpp"

namespace afresh {
namespace {

/// The aspect oracles, each asked at every checkpoint.
constexpr std::array kOracles{judge_fresh, judge_surface, judge_clean, judge_neighbour,
                              judge_recovers};

/// Adds up opinions: a failure outweighs a refusal, a refusal a doubt, a doubt a pass.
class Tally {
 public:
  void add(Opinion opinion) {
    total_.judged.merge(opinion.judged);
    total_.unknown.merge(opinion.unknown);
    total_.unsupported.merge(opinion.unsupported);
    std::ranges::move(opinion.findings, std::back_inserter(total_.findings));
  }

  [[nodiscard]] std::map<Aspect, Verdict> verdicts() const {
    std::map<Aspect, Verdict> verdicts;
    for (Aspect aspect : total_.judged) verdicts[aspect] = {Outcome::kPass, {}};
    for (const auto& [aspect, reason] : total_.unknown) {
      verdicts[aspect] = {Outcome::kUnknown, reason};
    }
    for (const auto& [aspect, reason] : total_.unsupported) {
      verdicts[aspect] = {Outcome::kUnsupported, reason};
    }
    for (const Finding& finding : total_.findings) {
      bool counts =
          finding.attribution == Attribution::kStrategy || finding.aspect == Aspect::kSurface;
      if (counts) verdicts[finding.aspect] = {Outcome::kFail, {}};
    }
    return verdicts;
  }

  [[nodiscard]] std::vector<Finding> take_findings() { return std::move(total_.findings); }

 private:
  Opinion total_;
};

void measure(const CheckpointView& view, Judgement& judgement) {
  judgement.masked = std::max(judgement.masked, view.mask.size());
  if (const Snapshot* actual = view.checkpoint.actual) {
    judgement.opaque = std::max(judgement.opaque, static_cast<int>(actual->graph.opaque));
  }
  if (const Snapshot* fresh = view.checkpoint.reference.a) {
    judgement.nodes = std::max(judgement.nodes, static_cast<int>(fresh->graph.nodes.size()));
  }
}

bool is_reached(const Checkpoint& checkpoint) {
  return checkpoint.result != nullptr && checkpoint.result->outcome != OpOutcome::kNotReached;
}

/// Lines are those of the files as they were at the finding's own checkpoint.
const SourceFacts* facts_at(const JudgeInput& input, int step) {
  auto found = std::ranges::find(input.checkpoints, step, &Checkpoint::step);
  return found == input.checkpoints.end() ? nullptr : found->facts;
}

void add_causes(const JudgeInput& input, std::vector<Finding>& findings) {
  const SourceFacts no_facts;
  const std::vector<LedgerEntry> no_ledger;
  const std::vector<LedgerEntry>& ledger = input.ledger != nullptr ? *input.ledger : no_ledger;
  for (Finding& finding : findings) {
    const SourceFacts* facts = facts_at(input, finding.step);
    if (finding.cause.empty()) {
      finding.cause = cause_of(finding, facts != nullptr ? *facts : no_facts, ledger);
    }
  }
}

/// A trial that ends badly with all its checkpoints behind it died in its last one's wake; one
/// without any died before there was anything to compare.
void add_late_interruption(const JudgeInput& input, Tally& tally) {
  const Checkpoint before_anything;
  const Checkpoint& last = input.checkpoints.empty() ? before_anything : input.checkpoints.back();
  CheckpointView view{input, last};
  Opinion opinion = judge_interruption(view);
  for (Finding& finding : opinion.findings) {
    if (finding.paths.front().empty() && !input.addons.empty()) {
      finding.paths = {input.addons.front()};
    }
  }
  tally.add(std::move(opinion));
}

}  // namespace

Judgement judge(const JudgeInput& input) {
  Judgement judgement;
  Tally tally;
  bool is_interruption_open = is_interrupted(input.ending);
  for (std::size_t i = 0; i < input.checkpoints.size(); ++i) {
    const Checkpoint& checkpoint = input.checkpoints[i];
    if (!is_reached(checkpoint)) {
      if (is_interruption_open) tally.add(judge_interruption(CheckpointView{input, checkpoint}));
      is_interruption_open = false;
      break;
    }
    if (checkpoint.result->outcome == OpOutcome::kRefused) {
      tally.add(judge_refusal(input, i));
      is_interruption_open = false;
      break;
    }
    CheckpointView view = view_of(input, checkpoint);
    measure(view, judgement);
    for (auto oracle : kOracles) tally.add(oracle(view));
  }
  if (is_interruption_open) add_late_interruption(input, tally);
  judgement.verdicts = tally.verdicts();
  judgement.findings = tally.take_findings();
  add_causes(input, judgement.findings);
  return judgement;
}

}  // namespace afresh
