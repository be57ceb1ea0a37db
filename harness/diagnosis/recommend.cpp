// SPDX-License-Identifier: MIT
#include "harness/diagnosis/recommend.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "harness/diagnosis/classify.hpp"

namespace afresh {
namespace {

/// A reload that takes this much longer than the fastest right one counts as slower: wall times of
/// equal strategies differ by less.
constexpr double kMuchSlower = 5;

StrategyResult& find_or_add_result(std::vector<StrategyResult>& results, const std::string& name) {
  auto found = std::ranges::find(results, name, &StrategyResult::name);
  return found == results.end() ? results.emplace_back(StrategyResult{.name = name}) : *found;
}

/// The aspects that some case of a strategy does not pass.
struct NotRight {
  std::set<Aspect> asked;
  std::set<Aspect> others;
  bool is_unknown = false;
  bool is_refused = false;
  bool is_fresh_judged = false;
  bool is_process_state_judged = false;
};

void add_verdicts(NotRight& not_right, const Record& record) {
  for (const auto& [aspect, verdict] : record.verdicts) {
    if (aspect == Aspect::kFresh) not_right.is_fresh_judged = true;
    if (aspect == Aspect::kProcessState) not_right.is_process_state_judged = true;
    if (verdict.outcome == Outcome::kPass) continue;
    if (verdict.outcome == Outcome::kRefused && is_asked(aspect)) not_right.is_refused = true;
    if (verdict.outcome == Outcome::kUnknown && is_asked(aspect)) not_right.is_unknown = true;
    (is_asked(aspect) ? not_right.asked : not_right.others).insert(aspect);
  }
}

/// Indices of the diagnostics that hold the strategy's findings against asked aspects.
std::vector<std::size_t> in_the_way(const std::string& strategy,
                                    const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::size_t> indices;
  for (std::size_t i = 0; i < diagnostics.size(); ++i) {
    const Diagnostic& each = diagnostics[i];
    bool is_its = std::ranges::find(each.strategies, strategy) != each.strategies.end();
    bool is_against = std::ranges::any_of(each.findings, [](const Finding& finding) {
      return finding.counts() && is_asked(finding.aspect);
    });
    if (is_its && is_against) indices.push_back(i);
  }
  return indices;
}

bool has_findings_of_its_own(const std::string& strategy, const Diagnosis& diagnosis) {
  auto own = diagnosis.of_the_strategy.find(strategy);
  if (own == diagnosis.of_the_strategy.end()) return false;
  return std::ranges::any_of(own->second,
                             [](const Finding& finding) { return is_asked(finding.aspect); });
}

std::vector<std::size_t> to_mend_for(const std::string& strategy, const NotRight& not_right,
                                     const Diagnosis& diagnosis) {
  if (not_right.asked.empty() || not_right.is_unknown || not_right.is_refused) return {};
  std::vector<std::size_t> indices = in_the_way(strategy, diagnosis.diagnostics);
  bool have_mends = std::ranges::all_of(indices, [&](std::size_t i) {
    return diagnosis.diagnostics[i].mend.kind != MendKind::kNone;
  });
  return have_mends ? indices : std::vector<std::size_t>();
}

std::optional<std::size_t> find_best(const std::vector<StrategyResult>& results) {
  double fastest = 0;
  for (const StrategyResult& each : results) {
    if (each.is_right() && each.reload_ms > 0 && (fastest == 0 || each.reload_ms < fastest))
      fastest = each.reload_ms;
  }
  auto order = [&](const StrategyResult& each) {
    const StrategyNeeds& needs = each.needs;
    bool is_slow = fastest > 0 && each.reload_ms > kMuchSlower * fastest;
    return std::tuple(!is_advisable(needs), each.asked_not_right, needs.restarts,
                      each.others_not_right, int{needs.adapts} + int{needs.installs}, is_slow,
                      needs.code_lines, each.name);
  };
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (!results[i].is_judged) continue;
    if (!best || order(results[i]) < order(results[*best])) best = i;
  }
  return best;
}

}  // namespace

bool is_asked(Aspect aspect) {
  return std::ranges::find(kAskedAspects, aspect) != kAskedAspects.end();
}

bool is_worth_telling(const Diagnostic& diagnostic, const Recommendation& recommendation) {
  if (diagnostic.severity == Severity::kError || diagnostic.strategies.empty()) return true;
  return std::ranges::any_of(recommendation.results, [&](const StrategyResult& result) {
    return result.is_judged && !result.fails_by_itself &&
           std::ranges::find(diagnostic.strategies, result.name) != diagnostic.strategies.end();
  });
}

Recommendation recommend(const std::vector<Record>& records, const Diagnosis& diagnosis,
                         const std::map<std::string, StrategyNeeds>& needs) {
  Recommendation recommendation;
  std::map<std::string, NotRight> not_right;
  for (const Record& record : records) {
    StrategyResult& result = find_or_add_result(recommendation.results, record.strategy);
    result.reload_ms = std::max(result.reload_ms, record.reload_ms);
    add_verdicts(not_right[record.strategy], record);
  }
  for (StrategyResult& result : recommendation.results) {
    const NotRight& answers = not_right[result.name];
    if (auto known = needs.find(result.name); known != needs.end()) result.needs = known->second;
    result.is_judged = answers.is_fresh_judged && !answers.is_refused;
    result.asked_not_right = static_cast<int>(answers.asked.size());
    result.others_not_right = static_cast<int>(answers.others.size());
    result.fails_by_itself = has_findings_of_its_own(result.name, diagnosis);
    result.undoes_leftovers =
        answers.is_process_state_judged && !answers.others.contains(Aspect::kProcessState);
    if (!result.fails_by_itself) result.to_mend = to_mend_for(result.name, answers, diagnosis);
  }
  recommendation.best = find_best(recommendation.results);
  return recommendation;
}

}  // namespace afresh
