// SPDX-License-Identifier: MIT
#include "reports/junit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "reports/markup.hpp"
#include "reports/reason_text.hpp"
#include "reports/witness.hpp"
#include "reports/wording.hpp"

namespace afresh {
namespace {

struct Suite {
  std::string host;
  std::string strategy;
  std::vector<const Record*> records;  ///< borrowed from the report
};

/// In order of first appearance.
std::vector<Suite> make_suites(const Report& report) {
  std::vector<Suite> suites;
  for (const Record& record : report.records) {
    auto suite = std::ranges::find_if(suites, [&](const Suite& known) {
      return known.host == record.host && known.strategy == record.strategy;
    });
    if (suite == suites.end()) {
      suite = suites.insert(suite, {.host = record.host, .strategy = record.strategy});
    }
    suite->records.push_back(&record);
  }
  return suites;
}

/// The attributes of an element of that name which count what is in it.
Attributes with_counts(const std::string& name, const std::vector<const Record*>& records) {
  Cell all;
  for (const Record* record : records) {
    for (const auto& [aspect, verdict] : record->verdicts) count(all, verdict);
  }
  return {{"name", name},
          {"tests", all.judged()},
          {"failures", all.fail},
          {"errors", 0},
          {"skipped", all.unknown + all.refused}};
}

std::string kind_list(const Record& record, Aspect aspect) {
  std::vector<std::string_view> names;
  for (FindingKind kind : kinds_against(record, aspect)) names.push_back(name_of(kind));
  return names.empty() ? "fail" : fmt::format("{}", fmt::join(names, ","));
}

/// What stands within the `testcase`: nothing for one that passed.
void write_outcome(Markup& xml, const Report& report, const Record& record, Aspect aspect,
                   const Verdict& verdict) {
  switch (verdict.outcome) {
    case Outcome::kPass: return;
    case Outcome::kFail: {
      const bool behaves = verdict.behaviour == Outcome::kPass;
      xml.element("failure",
                  {{"type", kind_list(record, aspect)}, {"message", render_proof(record, aspect)}},
                  (behaves ? "Structure differs; all that the case expects holds.\n" : "") +
                      replay_command(report, record));
      return;
    }
    case Outcome::kUnknown:
    case Outcome::kRefused:
      xml.element("skipped", {{"message", fmt::format("{}: {}", name_of(verdict.outcome),
                                                      render_reason(verdict.reason))}});
      return;
  }
}

void write_suite(Markup& xml, const Report& report, const Suite& suite, const std::string& place) {
  auto element = xml.open("testsuite", with_counts(suite.strategy + place, suite.records));
  for (const Record* record : suite.records) {
    for (const auto& [aspect, verdict] : record->verdicts) {
      auto testcase = xml.open(
          "testcase", {{"classname", suite.strategy},
                       {"name", fmt::format("{} · {}", record->case_name, name_of(aspect))}});
      write_outcome(xml, report, *record, aspect, verdict);
    }
  }
}

}  // namespace

void write_junit(std::ostream& out, const Report& report) {
  const std::vector<Suite> suites = make_suites(report);
  std::vector<const Record*> all;
  for (const Record& record : report.records) all.push_back(&record);
  const bool has_hosts = hosts_in(tally(report)).size() > 1;
  Markup xml(out, MarkupLanguage::kXml);
  auto root = xml.open("testsuites", with_counts(environment_line(report.environment), all));
  for (const Suite& suite : suites)
    write_suite(xml, report, suite, has_hosts ? " on " + suite.host : "");
}

}  // namespace afresh
