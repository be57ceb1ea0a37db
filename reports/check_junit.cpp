// SPDX-License-Identifier: MIT
#include "reports/check_junit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "reports/diagnostic_text.hpp"
#include "reports/junit.hpp"

namespace afresh {
namespace {

/// A warning passes, and says what it has to say beside it.
std::string content(const CheckReport& report, const Diagnostic& each) {
  const std::string text = diagnostic_text(each);
  std::string body = place_text(each.place, report.path);
  if (std::string mend = mend_sentence(each.mend); !mend.empty()) body += "\nmend: " + mend;
  if (each.standing == Standing::kAccepted)
    return fmt::format("<skipped message=\"accepted: {}\"/>", xml_text(each.reason));
  if (each.standing == Standing::kKnown) return "<skipped message=\"known from the baseline\"/>";
  if (each.severity == Severity::kWarning)
    return fmt::format("<system-out>{}</system-out>", xml_text(text + "\n" + body));
  return fmt::format("<failure type=\"{}\" message=\"{}\">{}</failure>", name_of(each.code),
                     xml_text(text), xml_text(body));
}

}  // namespace

void write_check_junit(std::ostream& out, const CheckReport& report, bool is_verbose) {
  const std::vector<const Diagnostic*> told = told_diagnostics(report, is_verbose);
  std::vector<const Diagnostic*> tests;
  for (const Diagnostic& each : report.diagnostics) {
    bool is_told = std::ranges::find(told, &each) != told.end();
    if (is_told || each.standing != Standing::kNew) tests.push_back(&each);
  }
  auto failures =
      std::ranges::count_if(tests, [](const Diagnostic* each) { return is_failure(*each); });
  auto skipped = std::ranges::count_if(
      tests, [](const Diagnostic* each) { return each->standing != Standing::kNew; });
  // A build server takes a suite without tests for one that did not run.
  const std::string counts = fmt::format(R"(tests="{}" failures="{}" errors="0" skipped="{}")",
                                         std::max<std::size_t>(tests.size(), 1), failures, skipped);
  const std::string addon = xml_text(report.addon);
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      << fmt::format("<testsuites name=\"afresh check\" {}>\n", counts)
      << fmt::format("  <testsuite name=\"{}\" {}>\n", addon, counts);
  if (tests.empty()) out << fmt::format("    <testcase classname=\"{}\" name=\"check\"/>\n", addon);
  for (const Diagnostic* each : tests) {
    out << fmt::format(
        "    <testcase classname=\"{}\" name=\"{} {}\">\n      {}\n    </testcase>\n", addon,
        name_of(each->code), xml_text(place_text(each->place, report.path)),
        content(report, *each));
  }
  out << "  </testsuite>\n</testsuites>\n";
}

}  // namespace afresh
