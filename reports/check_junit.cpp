// SPDX-License-Identifier: MIT
#include "reports/check_junit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "reports/diagnostic_text.hpp"
#include "reports/markup.hpp"

namespace afresh {
namespace {

/// What stands within the `testcase`. A warning passes, and says what it has to say beside it.
void write_outcome(Markup& xml, const CheckReport& report, const Diagnostic& each) {
  const std::string text = diagnostic_text(each);
  std::string body = place_text(each.place, report.path);
  if (std::string mend = mend_sentence(each.mend); !mend.empty()) body += "\nmend: " + mend;
  switch (each.standing) {
    case Standing::kAccepted:
      xml.element("skipped", {{"message", "accepted: " + each.reason}});
      return;
    case Standing::kKnown: xml.element("skipped", {{"message", "known from the baseline"}}); return;
    case Standing::kNew: break;
  }
  if (each.severity == Severity::kWarning) {
    xml.element("system-out", text + "\n" + body);
  } else {
    xml.element("failure", {{"type", name_of(each.code)}, {"message", text}}, body);
  }
}

std::vector<const Diagnostic*> list_tests(const CheckReport& report, bool is_verbose) {
  const std::vector<const Diagnostic*> told = told_diagnostics(report, is_verbose);
  std::vector<const Diagnostic*> tests;
  for (const Diagnostic& each : report.diagnostics) {
    bool is_told = std::ranges::find(told, &each) != told.end();
    if (is_told || each.standing != Standing::kNew) tests.push_back(&each);
  }
  return tests;
}

/// A build server takes a suite without tests for one that did not run: there is always one.
Attributes with_counts(const std::string& name, const std::vector<const Diagnostic*>& tests) {
  auto failures =
      std::ranges::count_if(tests, [](const Diagnostic* each) { return is_failure(*each); });
  auto skipped = std::ranges::count_if(
      tests, [](const Diagnostic* each) { return each->standing != Standing::kNew; });
  return {{"name", name},
          {"tests", std::max<std::size_t>(tests.size(), 1)},
          {"failures", failures},
          {"errors", 0},
          {"skipped", skipped}};
}

}  // namespace

void write_check_junit(std::ostream& out, const CheckReport& report, bool is_verbose) {
  const std::vector<const Diagnostic*> tests = list_tests(report, is_verbose);
  Markup xml(out, MarkupLanguage::kXml);
  auto root = xml.open("testsuites", with_counts("afresh check", tests));
  auto suite = xml.open("testsuite", with_counts(report.addon, tests));
  if (tests.empty()) xml.element("testcase", {{"classname", report.addon}, {"name", "check"}});
  for (const Diagnostic* each : tests) {
    auto testcase =
        xml.open("testcase", {{"classname", report.addon},
                              {"name", fmt::format("{} {}", name_of(each->code),
                                                   place_text(each->place, report.path))}});
    write_outcome(xml, report, *each);
  }
}

}  // namespace afresh
