// SPDX-License-Identifier: MIT
#include "reports/weakness.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace afresh {
namespace {

/// So many failing cases are told by their names.
constexpr std::size_t kMaxCases = 3;
constexpr std::size_t kMaxFeatures = 3;

/// The cases of one feature under one strategy.
struct FeatureCases {
  std::set<std::string> failing;
  int all = 0;

  /// Whether it tells anything: most of its cases fail.
  [[nodiscard]] bool tells() const { return 2 * static_cast<int>(failing.size()) >= all; }
  /// How likely a case of the feature fails, by Laplace's rule of succession: two of two say more
  /// than one of one.
  [[nodiscard]] double risk() const {
    return (static_cast<double>(failing.size()) + 1) / (static_cast<double>(all) + 2);
  }
};

using Features = std::map<std::string, FeatureCases>;

struct Failures {
  std::vector<std::string> cases;
  Features features;
};

Failures describe_failures(const Report& report, const OverviewTable& table,
                           const std::string& strategy) {
  Failures failures;
  for (const Record& record : report.records) {
    auto verdict = record.verdicts.find(Aspect::kFresh);
    bool is_one = record.host == table.host && record.strategy == strategy &&
                  is_generated(report, record) == table.is_generated &&
                  verdict != record.verdicts.end();
    if (!is_one) continue;
    bool fails = verdict->second.outcome == Outcome::kFail;
    if (fails) failures.cases.push_back(record.case_name);
    auto facts = report.cases.find(record.case_name);
    if (facts == report.cases.end()) continue;
    for (const std::string& feature : facts->second.value.features) {
      FeatureCases& cases = failures.features[feature];
      ++cases.all;
      if (fails) cases.failing.insert(record.case_name);
    }
  }
  return failures;
}

/// Takes the riskiest feature of those that say something new, and what it says from the others.
std::optional<Weakness::Feature> take_riskiest(Features& features, std::set<std::string>& left) {
  const auto news = [&](const FeatureCases& cases) {
    return std::ranges::any_of(cases.failing,
                               [&](const std::string& name) { return left.contains(name); });
  };
  auto riskiest = features.end();
  for (auto each = features.begin(); each != features.end(); ++each) {
    if (each->second.tells() && news(each->second) &&
        (riskiest == features.end() || each->second.risk() > riskiest->second.risk()))
      riskiest = each;
  }
  if (riskiest == features.end()) return {};
  for (const std::string& name : riskiest->second.failing) left.erase(name);
  return Weakness::Feature{.name = riskiest->first,
                           .failing = static_cast<int>(riskiest->second.failing.size()),
                           .cases = riskiest->second.all};
}

}  // namespace

std::optional<Weakness> find_weakness(const Report& report, const OverviewTable& table,
                                      const OverviewRow& row) {
  Failures failures = describe_failures(report, table, row.strategy);
  if (failures.cases.empty()) return {};
  Weakness result{
      .fresh = {row.strategy, row.cell(Aspect::kFresh)}, .cases = {}, .features = {}, .never = {}};
  for (Aspect aspect : table.aspects) {
    if (cell_mark(row.cell(aspect)) == Mark::kNone) result.never.push_back(aspect);
  }
  if (failures.cases.size() <= kMaxCases) {
    result.cases = failures.cases;
    return result;
  }
  std::set<std::string> left(failures.cases.begin(), failures.cases.end());
  while (result.features.size() < kMaxFeatures) {
    auto feature = take_riskiest(failures.features, left);
    if (!feature) break;
    result.features.push_back(*feature);
  }
  result.other_cases = static_cast<int>(left.size());
  return result;
}

}  // namespace afresh
