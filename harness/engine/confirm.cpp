// SPDX-License-Identifier: MIT
#include "harness/engine/confirm.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace afresh::engine {
namespace {

std::set<FindingKind> failing_kinds(const Record& record, Aspect aspect) {
  std::set<FindingKind> kinds;
  for (const Finding& finding : record.findings) {
    if (finding.aspect == aspect && finding.counts()) kinds.insert(finding.kind);
  }
  return kinds;
}

/// Why a record without a failure knows nothing of an aspect.
std::vector<Reason> reasons_not_to_know(const Record& record, Aspect aspect) {
  auto verdict = record.verdicts.find(aspect);
  const bool is_unknown = verdict != record.verdicts.end() &&
                          verdict->second.outcome == Outcome::kUnknown && verdict->second.reason;
  return is_unknown ? std::vector{*verdict->second.reason} : std::vector<Reason>{};
}

}  // namespace

Record confirmed(Record record, const Record& again, ConfirmingRun run) {
  for (auto& [aspect, verdict] : record.verdicts) {
    if (verdict.outcome != Outcome::kFail) continue;
    std::set<FindingKind> here = failing_kinds(record, aspect);
    std::set<FindingKind> there = failing_kinds(again, aspect);
    if (here == there) continue;
    Reason reason{.kind = ReasonKind::kNotConfirmed,
                  .run = run,
                  .here = {here.begin(), here.end()},
                  .there = {there.begin(), there.end()}};
    if (there.empty()) reason.because = reasons_not_to_know(again, aspect);
    verdict = {Outcome::kUnknown, std::move(reason)};
    std::erase_if(record.findings,
                  [&](const Finding& finding) { return finding.aspect == aspect; });
  }
  return record;
}

std::vector<std::size_t> representatives(const std::vector<Record>& records) {
  std::set<std::pair<std::string, FindingKind>> seen;
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < records.size(); ++i) {
    bool stands_for_some = false;
    for (const Finding& finding : records[i].findings) {
      if (finding.counts() && seen.emplace(records[i].strategy, finding.kind).second)
        stands_for_some = true;
    }
    if (stands_for_some) chosen.push_back(i);
  }
  return chosen;
}

bool FirstFailures::is_first(std::size_t number, const Record& record) {
  std::scoped_lock lock(mutex_);
  bool is_first = false;
  for (const Finding& finding : record.findings) {
    if (!finding.counts()) continue;
    auto [known, is_new] = first_.emplace(std::pair(record.strategy, finding.kind), number);
    is_first = is_first || is_new || known->second > number;
    known->second = std::min(known->second, number);
  }
  return is_first;
}

}  // namespace afresh::engine
