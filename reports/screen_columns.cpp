// SPDX-License-Identifier: MIT
#include "reports/screen_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reports/overview_text.hpp"
#include "reports/text.hpp"

namespace afresh {
namespace {

constexpr std::size_t kMaxName = 24;
constexpr std::size_t kShortName = 20;
constexpr std::size_t kMaxPhrase = 22;

/// How much room there is for what, the most generous first.
struct Choice {
  bool has_phrase;
  std::size_t bar;
  std::size_t step;
  std::size_t max_name;
};
constexpr std::array kChoices{Choice{true, 10, 4, kMaxName}, Choice{true, 8, 4, kMaxName},
                              Choice{true, 8, 3, kMaxName},  Choice{false, 10, 4, kMaxName},
                              Choice{false, 8, 4, kMaxName}, Choice{false, 8, 3, kMaxName},
                              Choice{false, 0, 3, kMaxName}, Choice{false, 0, 2, kMaxName},
                              Choice{false, 8, 0, kMaxName}, Choice{false, 0, 0, kShortName}};

struct Widths {
  std::size_t name = 1;
  std::size_t phrase = 0;
  std::size_t count = 0;
};

Widths measure_widths(const OverviewTable& table) {
  Widths widths;
  for (const OverviewRow* row : table.rows()) {
    widths.name = std::max(widths.name, count_columns(one_line(row->strategy)));
    widths.phrase = std::max(widths.phrase, count_columns(one_line(row->in_short, kMaxPhrase)));
    widths.count = std::max(widths.count, count_columns(fresh_count(row->cell(Aspect::kFresh))));
  }
  return widths;
}

/// Columns that the names of the aspects reach to the right of the first mark.
std::size_t reach(const std::vector<Aspect>& aspects, std::size_t step) {
  std::size_t reached = 0;
  for (std::size_t i = 0; i < aspects.size(); ++i)
    reached = std::max(reached, i * step + count_columns(name_of(aspects[i])));
  return reached;
}

/// So many lines that no name runs into the next one on its line.
std::size_t tiers_for(const std::vector<Aspect>& aspects, std::size_t step) {
  std::size_t longest = 0;
  for (Aspect aspect : aspects) longest = std::max(longest, count_columns(name_of(aspect)));
  return (longest + step) / step;
}

ScreenColumns columns_of_choice(const OverviewTable& table, const Widths& widths,
                                const Choice& choice) {
  bool has_marks = choice.step > 0 && !table.aspects.empty();
  return {.name = std::min(widths.name, choice.max_name),
          .phrase = choice.has_phrase ? widths.phrase : 0,
          .bar = choice.bar,
          .count = widths.count,
          .step = has_marks ? choice.step : 0,
          .tiers = has_marks ? tiers_for(table.aspects, choice.step) : 0};
}

}  // namespace

std::string fresh_count(const Cell& cell) {
  if (cell.tried() == 0) return std::string(mark_sign(Mark::kNotJudged));
  return fmt::format("{}/{}{}", cell.pass, cell.tried(), cell.unknown > 0 ? "?" : "");
}

ScreenColumns columns_for(const OverviewTable& table, std::size_t width) {
  const Widths widths = measure_widths(table);
  ScreenColumns columns;
  for (const Choice& choice : kChoices) {
    columns = columns_of_choice(table, widths, choice);
    std::size_t end = columns.step > 0 ? columns.marks_begin() + reach(table.aspects, columns.step)
                                       : columns.marks_begin() - 1;
    if (end <= width) break;
  }
  return columns;
}

}  // namespace afresh
