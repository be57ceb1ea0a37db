// SPDX-License-Identifier: MIT
#include "harness/cli/differences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <sstream>
#include <string_view>
#include <vector>

#include "reports/colour.hpp"
#include "reports/read_json.hpp"
#include "reports/text.hpp"
#include "reports/wording.hpp"

namespace afresh::cli {
namespace {

/// Names that are listed of those that only one report has.
constexpr std::size_t kMaxNames = 5;

/// `1 case`, `3 cases`, and for none `no case`.
std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return count == 0 ? fmt::format("no {}", one)
                    : fmt::format("{} {}", count, count == 1 ? one : many);
}

void write_group(std::ostream& out, std::string_view title,
                 const std::vector<VerdictChange>& changes, bool names_host) {
  if (changes.empty()) return;
  out << title << ":\n";
  for (const VerdictChange& change : changes) {
    out << fmt::format("  {} · {} · {}{}: {} → {}\n", one_line(change.case_name),
                       one_line(change.strategy), name_of(change.aspect),
                       names_host ? " on " + one_line(change.host) : "", change.before,
                       change.after);
  }
  out << '\n';
}

/// `3 cases (a, b, c)`; nothing where there are none.
void add_names(std::vector<std::string>& parts, const std::vector<std::string>& names,
               std::string_view one, std::string_view many) {
  if (names.empty()) return;
  std::vector<std::string> shown;
  for (const std::string& name : names) {
    if (shown.size() < kMaxNames) shown.push_back(one_line(name));
  }
  std::string more = names.size() > kMaxNames ? ", …" : "";
  parts.push_back(
      fmt::format("{} ({}{})", counted(names.size(), one, many), fmt::join(shown, ", "), more));
}

void write_one_sided(std::ostream& out, const std::string& name, const OneSided& only) {
  if (only.trials == 0) return;
  std::vector<std::string> parts;
  add_names(parts, only.cases, "case", "cases");
  add_names(parts, only.strategies, "strategy", "strategies");
  add_names(parts, only.hosts, "host", "hosts");
  parts.push_back(counted(only.trials, "trial", "trials") + (parts.empty() ? "" : " in all"));
  out << fmt::format("only in {}: {}\n", one_line(name), fmt::join(parts, ", "));
}

void write_environments(std::ostream& out, const Side& before, const Side& after) {
  const std::string was = environment_line(before.environment);
  const std::string is = environment_line(after.environment);
  if (was == is) return;
  out << fmt::format("not run on the same, which may be why:\n  {}: {}\n  {}: {}\n\n",
                     one_line(before.name), one_line(was), one_line(after.name), one_line(is));
}

}  // namespace

Result<Report> read_report(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  std::error_code ignored;
  bool can_be_read = file && !std::filesystem::is_directory(path, ignored);
  // Nothing to copy counts as a failure of the copy, though an empty file can be read.
  if (can_be_read && file.peek() != std::ifstream::traits_type::eof()) {
    can_be_read = static_cast<bool>(text << file.rdbuf());
  }
  if (!can_be_read) {
    return Error{path + ": cannot be read; expected a report as 'afresh compare --json' writes it"};
  }
  return read_json(text.str(), path);
}

void write_differences(std::ostream& out, const Side& before, const Side& after,
                       const Changes& changes, bool colour) {
  auto painted = [&](const std::string& title, Colour its) { return paint(title, its, colour); };
  const std::string regressions = counted(changes.regressions.size(), "regression", "regressions");
  const std::string improvements =
      counted(changes.improvements.size(), "improvement", "improvements");
  const std::string others = counted(changes.others.size(), "other change", "other changes");

  write_environments(out, before, after);
  write_group(out, painted(regressions, Colour::kRed), changes.regressions,
              changes.has_several_hosts);
  write_group(out, painted(improvements, Colour::kGreen), changes.improvements,
              changes.has_several_hosts);
  write_group(out, others, changes.others, changes.has_several_hosts);
  write_one_sided(out, before.name, changes.only_before);
  write_one_sided(out, after.name, changes.only_after);

  if (changes.only_before.trials + changes.only_after.trials > 0) out << '\n';
  std::string found =
      changes.new_findings == 0
          ? ""
          : fmt::format("; {} in {} that failed before",
                        counted(changes.new_findings, "new finding", "new findings"),
                        counted(changes.cells_with_new_findings, "verdict", "verdicts"));
  out << fmt::format("{}, {}, {} in {} that both have{}\n", regressions, improvements, others,
                     counted(changes.trials, "trial", "trials"), found);
}

}  // namespace afresh::cli
