// SPDX-License-Identifier: MIT
#include "reports/fail_on.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "reports/text.hpp"
#include "reports/witness.hpp"

namespace afresh {
namespace {

constexpr std::string_view kUnknownWord = "unknown";

Error no_such_word(std::string_view word, std::string_view question) {
  std::vector<std::string_view> names;
  for (Aspect aspect : kAspects) names.push_back(name_of(aspect));
  return {
      fmt::format("--fail-on '{}': no aspect '{}'; expected {} or {}, each alone or with a "
                  "strategy, as in {}@toggle",
                  word, question, fmt::join(names, ", "), kUnknownWord, names.front())};
}

Result<FailOn> parse_condition(std::string_view word, const std::vector<std::string>& strategies) {
  const std::size_t at = word.find('@');
  const std::string_view question = word.substr(0, at);
  FailOn condition{.aspect = parse_word<Aspect>(question), .strategy = ""};
  if (!condition.aspect && question != kUnknownWord) return no_such_word(word, question);
  if (at == std::string_view::npos) return condition;
  condition.strategy = word.substr(at + 1);
  if (std::ranges::find(strategies, condition.strategy) != strategies.end()) return condition;
  return Error{fmt::format("--fail-on '{}': no strategy '{}' in this comparison; expected {}", word,
                           condition.strategy, fmt::join(strategies, ", "))};
}

/// Whether the record is one of those that the condition is about, and whether it came true there.
struct ConditionMatch {
  bool is_asked = false;
  bool is_so = false;
};

ConditionMatch match_condition(const FailOn& condition, const Record& record) {
  if (!condition.strategy.empty() && record.strategy != condition.strategy) return {};
  if (condition.aspect) {
    auto verdict = record.verdicts.find(*condition.aspect);
    if (verdict == record.verdicts.end()) return {};
    return {.is_asked = true, .is_so = verdict->second.outcome == Outcome::kFail};
  }
  bool is_unknown = std::ranges::any_of(
      record.verdicts, [](const auto& entry) { return entry.second.outcome == Outcome::kUnknown; });
  return {.is_asked = !record.verdicts.empty(), .is_so = is_unknown};
}

std::string describe_condition(const FailOn& condition) {
  std::string_view what = condition.aspect ? name_of(*condition.aspect) : kUnknownWord;
  return fmt::format("{}{}{}", what, condition.aspect ? " fails" : "",
                     condition.strategy.empty() ? "" : " under " + one_line(condition.strategy));
}

/// Empty where the condition did not come true.
std::string describe_failure(const Report& report, const FailOn& condition) {
  // A case counts once in each host.
  using CaseInHost = std::pair<std::string_view, std::string_view>;
  std::set<CaseInHost> asked;
  std::set<CaseInHost> so;
  for (const Record& record : report.records) {
    ConditionMatch answer = match_condition(condition, record);
    if (answer.is_asked) asked.emplace(record.case_name, record.host);
    if (answer.is_so) so.emplace(record.case_name, record.host);
  }
  if (so.empty()) return {};
  const Record* witness = smallest_record(report, condition.aspect, [&](const Record& record) {
    return match_condition(condition, record).is_so;
  });
  return fmt::format("{} in {} of {} case{}, smallest witness {}{}", describe_condition(condition),
                     so.size(), asked.size(), asked.size() == 1 ? "" : "s",
                     one_line(witness->case_name),
                     condition.strategy.empty() ? " under " + one_line(witness->strategy) : "");
}

}  // namespace

Result<std::vector<FailOn>> parse_fail_on(const std::vector<std::string>& lists,
                                          const std::vector<std::string>& strategies) {
  std::vector<FailOn> conditions;
  for (std::string_view rest : lists) {
    for (bool is_last = false; !is_last;) {
      const std::size_t comma = rest.find(',');
      is_last = comma == std::string_view::npos;
      Result<FailOn> condition = parse_condition(rest.substr(0, comma), strategies);
      if (!condition) return condition.error();
      if (std::ranges::find(conditions, *condition) == conditions.end()) {
        conditions.push_back(std::move(*condition));
      }
      rest.remove_prefix(is_last ? rest.size() : comma + 1);
    }
  }
  return conditions;
}

std::string describe_failures(const Report& report, const std::vector<FailOn>& conditions) {
  std::string failures;
  for (const FailOn& condition : conditions) {
    std::string failure = describe_failure(report, condition);
    if (failure.empty()) continue;
    failures += (failures.empty() ? "" : "; ") + failure;
  }
  return failures;
}

}  // namespace afresh
