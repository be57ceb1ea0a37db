// SPDX-License-Identifier: MIT
#include "reports/junit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "reports/text.hpp"
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
std::vector<Suite> suites_of(const Report& report) {
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

/// The attributes that count what is in an element.
std::string counts(const std::vector<const Record*>& records) {
  Cell all;
  for (const Record* record : records) {
    for (const auto& [aspect, verdict] : record->verdicts) count(all, verdict);
  }
  return fmt::format(R"(tests="{}" failures="{}" errors="0" skipped="{}")", all.judged(), all.fail,
                     all.unknown + all.refused);
}

std::string kind_list(const Record& record, Aspect aspect) {
  std::vector<std::string_view> names;
  for (FindingKind kind : kinds_against(record, aspect)) names.push_back(name_of(kind));
  return names.empty() ? "fail" : fmt::format("{}", fmt::join(names, ","));
}

/// What stands within the `testcase`; empty for one that passed.
std::string content(const Report& report, const Record& record, Aspect aspect,
                    const Verdict& verdict) {
  switch (verdict.outcome) {
    case Outcome::kPass: return "";
    case Outcome::kFail:
      return fmt::format("<failure type=\"{}\" message=\"{}\">{}{}</failure>",
                         kind_list(record, aspect), xml_text(proof_of(record, aspect)),
                         verdict.behaviour == Outcome::kPass
                             ? "Structure differs; all that the case expects holds.\n"
                             : "",
                         xml_text(replay_command(report, record)));
    case Outcome::kUnknown:
    case Outcome::kRefused:
      return fmt::format("<skipped message=\"{}: {}\"/>", name_of(verdict.outcome),
                         xml_text(verdict.reason));
  }
  return "";
}

void write_suite(std::ostream& out, const Report& report, const Suite& suite,
                 const std::string& place) {
  const std::string strategy = xml_text(suite.strategy);
  out << fmt::format("  <testsuite name=\"{}{}\" {}>\n", strategy, xml_text(place),
                     counts(suite.records));
  for (const Record* record : suite.records) {
    for (const auto& [aspect, verdict] : record->verdicts) {
      out << fmt::format("    <testcase classname=\"{}\" name=\"{} · {}\"", strategy,
                         xml_text(record->case_name), name_of(aspect));
      std::string inside = content(report, *record, aspect, verdict);
      out << (inside.empty() ? "/>" : ">\n      " + inside + "\n    </testcase>") << '\n';
    }
  }
  out << "  </testsuite>\n";
}

/// A byte of UTF-8 as XML 1.0 can hold it.
std::string xml_byte(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    // Plain ones would be read back as blanks in an attribute.
    case '\t': return "&#9;";
    case '\n': return "&#10;";
    case '\r': return "&#13;";
    default: break;
  }
  bool is_control = static_cast<unsigned char>(c) < 0x20;
  return is_control ? std::string(kReplacement) : std::string(1, c);
}

}  // namespace

std::string xml_text(std::string_view text) {
  const std::string valid = valid_utf8(text);
  std::string escaped;
  for (std::size_t i = 0; i < valid.size(); ++i) {
    // U+FFFE and U+FFFF are UTF-8, but no characters of XML.
    bool is_none =
        valid.compare(i, 3, "\xEF\xBF\xBE") == 0 || valid.compare(i, 3, "\xEF\xBF\xBF") == 0;
    escaped += is_none ? std::string(kReplacement) : xml_byte(valid[i]);
    if (is_none) i += 2;
  }
  return escaped;
}

void write_junit(std::ostream& out, const Report& report) {
  const std::vector<Suite> suites = suites_of(report);
  std::vector<const Record*> all;
  for (const Record& record : report.records) all.push_back(&record);
  const bool has_hosts = hosts_of(tally(report)).size() > 1;
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      << fmt::format("<testsuites name=\"{}\" {}>\n",
                     xml_text(environment_line(report.environment)), counts(all));
  for (const Suite& suite : suites) {
    write_suite(out, report, suite, has_hosts ? " on " + suite.host : "");
  }
  out << "</testsuites>\n";
}

}  // namespace afresh
