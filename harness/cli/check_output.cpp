// SPDX-License-Identifier: MIT
#include "harness/cli/check_output.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ostream>
#include <string_view>

#include "harness/cli/terminal.hpp"
#include "reports/check_json.hpp"
#include "reports/check_junit.hpp"
#include "reports/check_lines.hpp"
#include "reports/check_sarif.hpp"
#include "reports/check_screen.hpp"
#include "reports/text.hpp"

namespace afresh::cli {
namespace {

constexpr std::size_t kDefaultColumns = 80;
// Prose that is wider than this is hard to read, however wide the terminal is.
constexpr std::size_t kMaxColumns = 100;

/// Where nobody says how wide it is, what fits everywhere.
std::size_t check_width() {
  bool is_known = std::getenv("COLUMNS") != nullptr || isatty(STDOUT_FILENO) == 1;
  return is_known ? std::min(screen_width(), kMaxColumns) : kDefaultColumns;
}

void print_screen(std::ostream& out, const CheckReport& report, const CheckOptions& options) {
  const std::size_t width = check_width();
  write_check_screen(out, report,
                     {.colour = wants_colour(STDOUT_FILENO),
                      .width = width,
                      .is_verbose = options.is_verbose,
                      .has_matrix = options.has_matrix});
  if (!options.is_verbose) return;
  out << wrapped(std::string("Its code ran with your rights, and could read what you can") +
                     (options.run.without_network ? "" : " and use the network") +
                     ": this is no sandbox for code that you do not trust.",
                 0, width);
}

struct Format {
  std::string_view word;
  void (*print)(std::ostream&, const CheckReport&, const CheckOptions&);
};
constexpr std::array kFormats{
    Format{"text", print_screen},
    Format{"short",
           [](std::ostream& out, const CheckReport& report, const CheckOptions& options) {
             write_check_short(out, report, options.is_verbose);
           }},
    Format{"json", [](std::ostream& out, const CheckReport& report,
                      const CheckOptions&) { write_check_json(out, report); }},
    Format{"sarif",
           [](std::ostream& out, const CheckReport& report, const CheckOptions& options) {
             write_check_sarif(out, report, options.is_verbose);
           }},
    Format{"github",
           [](std::ostream& out, const CheckReport& report, const CheckOptions& options) {
             write_check_github(out, report, options.is_verbose);
           }},
    Format{"junit",
           [](std::ostream& out, const CheckReport& report, const CheckOptions& options) {
             write_check_junit(out, report, options.is_verbose);
           }},
};

}  // namespace

std::vector<std::string> check_formats() {
  std::vector<std::string> words;
  for (const Format& format : kFormats) words.emplace_back(format.word);
  return words;
}

bool is_for_people(const CheckOptions& options) { return options.format == kFormats[0].word; }

void print_check(std::ostream& out, const CheckReport& report, const CheckOptions& options) {
  const auto* format = std::ranges::find(kFormats, options.format, &Format::word);
  (format == kFormats.end() ? kFormats[0] : *format).print(out, report, options);
}

}  // namespace afresh::cli
