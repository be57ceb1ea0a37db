// SPDX-License-Identifier: MIT
#include "reports/changes.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "reports/replay.hpp"
#include "reports/text.hpp"

namespace afresh {
namespace {

/// Who a trial is of: case, strategy, host, and which of those of one name it is.
struct Identity {
  std::string case_name;
  std::string strategy;
  std::string host;
  std::size_t occurrence = 0;

  auto operator<=>(const Identity&) const = default;
};

struct ReportedTrial {
  Identity identity;
  const Record* record = nullptr;
};

/// The trials of a report in its order.
std::vector<ReportedTrial> list_trials(const Report& report) {
  std::map<Identity, std::size_t> seen;
  std::vector<ReportedTrial> trials;
  for (const Record& record : report.records) {
    Identity identity{.case_name = valid_utf8(record.case_name),
                      .strategy = valid_utf8(record.strategy),
                      .host = valid_utf8(record.host)};
    std::size_t occurrence = seen[identity]++;
    identity.occurrence = occurrence;
    trials.push_back({.identity = std::move(identity), .record = &record});
  }
  return trials;
}

std::map<Identity, const Record*> by_identity(const std::vector<ReportedTrial>& trials) {
  std::map<Identity, const Record*> records;
  for (const ReportedTrial& trial : trials) records[trial.identity] = trial.record;
  return records;
}

std::set<std::string> names_in(const std::vector<ReportedTrial>& trials,
                               std::string Identity::*name) {
  std::set<std::string> names;
  for (const ReportedTrial& trial : trials) names.insert(trial.identity.*name);
  return names;
}

/// The names that `trials` have and `others` have not.
std::vector<std::string> names_only_in(const std::vector<ReportedTrial>& trials,
                                       const std::vector<ReportedTrial>& others,
                                       std::string Identity::*name) {
  std::set<std::string> known = names_in(others, name);
  std::vector<std::string> names;
  for (const ReportedTrial& trial : trials) {
    if (known.insert(trial.identity.*name).second) names.push_back(trial.identity.*name);
  }
  return names;
}

OneSided only_in(const std::vector<ReportedTrial>& trials,
                 const std::vector<ReportedTrial>& others) {
  const auto known = by_identity(others);
  auto is_alone = [&](const ReportedTrial& trial) { return !known.contains(trial.identity); };
  return {.cases = names_only_in(trials, others, &Identity::case_name),
          .strategies = names_only_in(trials, others, &Identity::strategy),
          .hosts = names_only_in(trials, others, &Identity::host),
          .trials = static_cast<std::size_t>(std::ranges::count_if(trials, is_alone))};
}

std::optional<Outcome> find_outcome(const Record& record, Aspect aspect) {
  auto verdict = record.verdicts.find(aspect);
  if (verdict == record.verdicts.end()) return {};
  return verdict->second.outcome;
}

std::optional<Outcome> find_behaviour(const Record& record, Aspect aspect) {
  auto verdict = record.verdicts.find(aspect);
  if (verdict == record.verdicts.end()) return {};
  return verdict->second.behaviour;
}

/// Whether both fail, and one behaves while the other does not. Where one of them does not say, it
/// is a report of before that was asked.
bool differ_in_behaviour(const Record& before, const Record& after, Aspect aspect) {
  auto behaved = find_behaviour(before, aspect);
  auto behaves = find_behaviour(after, aspect);
  return find_outcome(before, aspect) == Outcome::kFail &&
         find_outcome(after, aspect) == Outcome::kFail && behaved && behaves &&
         *behaved != *behaves;
}

std::string form(const Record& record, Aspect aspect, bool says_behaviour) {
  bool behaves = says_behaviour && find_behaviour(record, aspect) == Outcome::kPass;
  return stated_form(record, aspect) + (behaves ? ", behaves" : "");
}

/// By which a finding is known again: words about values may be put otherwise.
using FindingKey = std::tuple<FindingKind, std::string, std::string>;

std::multiset<FindingKey> findings_against(const Record& record, Aspect aspect) {
  std::multiset<FindingKey> keys;
  for (const Finding& finding : record.findings) {
    if (finding.aspect != aspect || !finding.counts()) continue;
    keys.emplace(finding.kind, valid_utf8(finding.paths.empty() ? "" : finding.paths.front()),
                 valid_utf8(finding.step_text));
  }
  return keys;
}

std::size_t count_new_findings(const Record& before, const Record& after, Aspect aspect) {
  if (find_outcome(before, aspect) != Outcome::kFail ||
      find_outcome(after, aspect) != Outcome::kFail) {
    return 0;
  }
  std::vector<FindingKey> fresh;
  std::ranges::set_difference(findings_against(after, aspect), findings_against(before, aspect),
                              std::back_inserter(fresh));
  return fresh.size();
}

void add_change(Changes& changes, const Identity& identity, const Record& before,
                const Record& after, Aspect aspect) {
  bool says_behaviour = differ_in_behaviour(before, after, aspect);
  VerdictChange change{.case_name = identity.case_name,
                       .strategy = identity.strategy,
                       .host = identity.host,
                       .aspect = aspect,
                       .before = form(before, aspect, says_behaviour),
                       .after = form(after, aspect, says_behaviour)};
  if (change.before == change.after) return;
  const auto was = find_outcome(before, aspect);
  const auto is = find_outcome(after, aspect);
  if (was == Outcome::kPass) {
    changes.regressions.push_back(std::move(change));
  } else if (was && is == Outcome::kPass) {
    changes.improvements.push_back(std::move(change));
  } else {
    changes.others.push_back(std::move(change));
  }
}

}  // namespace

Changes changes_between(const Report& before, const Report& after) {
  const std::vector<ReportedTrial> old_trials = list_trials(before);
  const std::vector<ReportedTrial> new_trials = list_trials(after);
  Changes changes{.regressions = {},
                  .improvements = {},
                  .others = {},
                  .only_before = only_in(old_trials, new_trials),
                  .only_after = only_in(new_trials, old_trials)};

  std::set<std::string> hosts = names_in(old_trials, &Identity::host);
  hosts.merge(names_in(new_trials, &Identity::host));
  changes.has_several_hosts = hosts.size() > 1;

  const auto old_records = by_identity(old_trials);
  for (const auto& [identity, record] : new_trials) {
    auto old = old_records.find(identity);
    if (old == old_records.end()) continue;
    ++changes.trials;
    for (Aspect aspect : kAspects) {
      add_change(changes, identity, *old->second, *record, aspect);
      std::size_t count = count_new_findings(*old->second, *record, aspect);
      changes.new_findings += count;
      if (count > 0) ++changes.cells_with_new_findings;
    }
  }
  return changes;
}

}  // namespace afresh
