// Says why a strategy is not right everywhere, from a report that is there; runs nothing.
// SPDX-License-Identifier: MIT
#include "reports/why.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "harness/cli/commands.hpp"
#include "harness/cli/last_report.hpp"
#include "harness/cli/run.hpp"
#include "harness/cli/terminal.hpp"
#include "reports/colour.hpp"
#include "reports/nearest.hpp"
#include "reports/screen.hpp"
#include "reports/text.hpp"

namespace afresh::cli {
namespace {

std::optional<Error> check_strategy(const Report& report, const std::string& strategy) {
  const std::vector<std::string> names = strategies_in(report);
  if (std::ranges::find(names, strategy) != names.end()) return {};
  const std::string nearest = one_line(find_nearest(strategy, names));
  return Error{
      nearest.empty()
          ? fmt::format("no strategy '{}' in the report, which has none", strategy)
          : fmt::format("no strategy '{}' in the report; the nearest is {}", strategy, nearest)};
}

std::optional<Error> check_aspect(const std::string& word) {
  if (word.empty() || parse_word<Aspect>(word)) return {};
  std::vector<std::string> names;
  for (Aspect aspect : kAspects) names.emplace_back(name_of(aspect));
  return Error{fmt::format("no aspect '{}'; expected one of {}", word, fmt::join(names, ", "))};
}

}  // namespace

int run_why(const WhyOptions& options) {
  // 1. What is asked about must be there.
  if (auto error = check_aspect(options.aspect)) return print_error(*error), kExitUsage;
  auto report = asked_report(options.report, "--report FILE");
  if (!report) return print_error(report.error()), kExitUsage;

  // 2. Without a strategy the last answer once more.
  const bool colour = wants_colour(STDOUT_FILENO);
  if (options.strategy.empty()) {
    write_screen(std::cout, *report,
                 {.colour = colour, .ascii = !is_utf8_locale(), .width = screen_width()});
    return kExitSuccess;
  }
  if (auto error = check_strategy(*report, options.strategy))
    return print_error(*error), kExitUsage;
  write_why(std::cout, *report, options.strategy, parse_word<Aspect>(options.aspect),
            {.colour = colour,
             .ascii = !is_utf8_locale(),
             .width = std::min(screen_width(), kMaxScreenColumns)});
  return kExitSuccess;
}

}  // namespace afresh::cli
