// The plots of the page, as SVG: small panels with common axes, one for each strategy or case.
// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "reports/html_parts.hpp"

namespace afresh {
namespace {

// Of one panel, in the SVG's own units.
constexpr double kWidth = 190;
constexpr double kHeight = 110;
constexpr double kLeft = 34;
constexpr double kBottom = 20;
constexpr double kTop = 16;
constexpr double kRight = 6;

/// From values to places on one axis; logarithmic where both ends are positive and far apart.
class Axis {
 public:
  Axis(double least, double most, double from, double to, bool is_log)
      : least_(least), most_(most), from_(from), to_(to), is_log_(is_log) {}
  [[nodiscard]] double at(double value) const {
    double low = scaled(least_);
    double high = scaled(most_);
    double share = high > low ? (scaled(value) - low) / (high - low) : 0.5;
    return from_ + share * (to_ - from_);
  }
  [[nodiscard]] double least() const { return least_; }
  [[nodiscard]] double most() const { return most_; }

 private:
  [[nodiscard]] double scaled(double value) const { return is_log_ ? std::log(value) : value; }
  double least_, most_, from_, to_;
  bool is_log_;
};

struct Axes {
  Axis x;
  Axis y;
};

Axes axes_for(double least_x, double most_x, double least_y, double most_y, bool is_log) {
  return {.x = Axis(least_x, most_x, kLeft, kWidth - kRight, is_log),
          .y = Axis(least_y, most_y, kHeight - kBottom, kTop, is_log)};
}

/// Of a tick: in full, never as a power of ten.
std::string number(double value) {
  return value >= 100 ? fmt::format("{:.0f}", value) : fmt::format("{:.2g}", value);
}

Attributes text_at(std::string_view css, double x, double y, bool is_end) {
  return {{"class", css},
          {"x", x},
          {"y", y},
          {"text-anchor", is_end ? std::optional<std::string>("end") : std::nullopt}};
}

/// The axes with their ends, and the panel's name.
void write_frame(Markup& page, const std::string& title, const std::string& description,
                 const Axes& axes) {
  constexpr double kRightEnd = kWidth - kRight;
  page.element("title", description);
  page.element("text", text_at("name", kLeft, 11, false), title);
  page.element("path",
               {{"class", "axis"},
                {"d", fmt::format("M{} {}V{}H{}", kLeft, kTop, kHeight - kBottom, kRightEnd)}});
  page.element("text", text_at("tick", kLeft - 3, kTop + 6, true), number(axes.y.most()));
  page.element("text", text_at("tick", kLeft - 3, kHeight - kBottom, true), number(axes.y.least()));
  page.element("text", text_at("tick", kLeft, kHeight - 5, false), number(axes.x.least()));
  page.element("text", text_at("tick", kRightEnd, kHeight - 5, true), number(axes.x.most()));
}

Attributes panel(const std::string& description) {
  return {{"class", "panel"},
          {"viewBox", fmt::format("0 0 {} {}", kWidth, kHeight)},
          {"role", "img"},
          {"aria-label", description}};
}

/// Modules of the add-on that the case reloads first, as they are at the end.
int count_modules(const Case& a_case) {
  std::string addon = a_case.addons.empty() ? "" : a_case.addons.front();
  for (const Step& step : unrolled(a_case.steps)) {
    const auto* reload = std::get_if<ReloadStep>(&step.action);
    if (reload == nullptr) continue;
    addon = reload->addon;
    break;
  }
  auto last = static_cast<int>(a_case.versions.size());
  auto files = files_at_version(a_case, addon, last);
  return static_cast<int>(
      std::ranges::count_if(files, [](const auto& file) { return file.first.ends_with(".py"); }));
}

/// Median and quartiles of the add-ons of similar size.
struct Point {
  double size = 0;
  double low = 0;
  double middle = 0;
  double high = 0;
  std::size_t count = 0;
};

double quantile(const std::vector<double>& sorted, double share) {
  double at = share * static_cast<double>(sorted.size() - 1);
  auto below = static_cast<std::size_t>(at);
  std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

/// Sizes by powers of two: 1, 2, 3–4, 5–8, …
std::vector<Point> make_points(const std::vector<std::pair<int, double>>& samples) {
  std::map<int, std::vector<std::pair<int, double>>> groups;
  for (auto [size, ms] : samples)
    groups[static_cast<int>(std::ceil(std::log2(std::max(size, 1))))].emplace_back(size, ms);
  std::vector<Point> points;
  for (const auto& [group, members] : groups) {
    std::vector<double> times;
    double sizes = 0;
    for (auto [size, ms] : members) {
      times.push_back(ms);
      sizes += size;
    }
    std::ranges::sort(times);
    points.push_back({.size = sizes / static_cast<double>(members.size()),
                      .low = quantile(times, 0.25),
                      .middle = quantile(times, 0.5),
                      .high = quantile(times, 0.75),
                      .count = times.size()});
  }
  return points;
}

struct Series {
  std::string strategy;
  std::vector<Point> points;
};

std::vector<Series> cost_series(const Report& report) {
  std::vector<std::string> strategies;
  std::map<std::string, std::vector<std::pair<int, double>>> samples;
  for (const Record& record : report.records) {
    auto facts = report.cases.find(record.case_name);
    if (record.reload_ms <= 0 || facts == report.cases.end()) continue;
    auto [mine, is_new] = samples.try_emplace(record.strategy);
    if (is_new) strategies.push_back(record.strategy);
    mine->second.emplace_back(count_modules(facts->second.value), record.reload_ms);
  }
  std::vector<Series> all;
  for (const std::string& strategy : strategies)
    all.push_back({strategy, make_points(samples[strategy])});
  return all;
}

void write_series(Markup& page, const Series& series, const Axes& axes) {
  const Point& last = series.points.back();
  const std::string description =
      fmt::format("{}: {} ms at {:.0f} modules (quartiles {} to {})", series.strategy,
                  number(last.middle), last.size, number(last.low), number(last.high));
  auto svg = page.open("svg", panel(description));
  write_frame(page, series.strategy, description, axes);
  std::string line;
  for (const Point& point : series.points) {
    const std::string x = fmt::format("{:.1f}", axes.x.at(point.size));
    const std::string y = fmt::format("{:.1f}", axes.y.at(point.middle));
    line += fmt::format("{}{} {}", line.empty() ? "M" : "L", x, y);
    page.element(
        "path",
        {{"class", "interval"},
         {"d", fmt::format("M{} {:.1f}V{:.1f}", x, axes.y.at(point.low), axes.y.at(point.high))}});
    auto circle = page.open("circle", {{"cx", x}, {"cy", y}, {"r", "2.2"}});
    page.element("title",
                 fmt::format("{:.1f} modules, {} reloads: {:.2f} ms ({:.2f} to {:.2f})", point.size,
                             point.count, point.middle, point.low, point.high));
  }
  page.element("path", {{"class", "line"}, {"d", line}});
}

/// What is alive after each cycle of a case's first `repeat`, by strategy.
struct Cycles {
  const Record* record = nullptr;
  const std::vector<std::uint32_t>* counts = nullptr;
};

void write_cycles(Markup& page, const Cycles& cycles, std::uint32_t most) {
  const std::vector<std::uint32_t>& counts = *cycles.counts;
  const Axes axes = axes_for(1, static_cast<double>(counts.size()), 0, most, false);
  const std::string description =
      fmt::format("{}: {} objects after the first cycle, {} after cycle {}",
                  cycles.record->strategy, counts.front(), counts.back(), counts.size());
  auto svg = page.open("svg", panel(description));
  write_frame(page, cycles.record->strategy, description, axes);
  std::string line;
  for (std::size_t i = 0; i < counts.size(); ++i)
    line += fmt::format("{}{:.1f} {:.1f}", i == 0 ? "M" : "L",
                        axes.x.at(static_cast<double>(i + 1)), axes.y.at(counts[i]));
  auto leak = cycles.record->verdicts.find(Aspect::kLeaks);
  bool fails = leak != cycles.record->verdicts.end() && leak->second.outcome == Outcome::kFail;
  page.element("path", {{"class", fails ? "line bad" : "line"}, {"d", line}});
}

/// Axes on which the points of all strategies have their place.
Axes common_axes(const std::vector<Series>& all) {
  double least_x = 1e9;
  double most_x = 1;
  double least_y = 1e9;
  double most_y = 1e-3;
  for (const Series& series : all) {
    for (const Point& point : series.points) {
      least_x = std::min(least_x, point.size);
      most_x = std::max(most_x, point.size);
      least_y = std::min(least_y, std::max(point.low, 1e-3));
      most_y = std::max(most_y, point.high);
    }
  }
  return axes_for(least_x, most_x, least_y, most_y, true);
}

}  // namespace

void write_cost_plots(Markup& page, const Report& report) {
  const std::vector<Series> all = cost_series(report);
  if (all.empty()) return;
  const Axes axes = common_axes(all);
  auto section = page.open("section", {{"id", "cost"}});
  page.element("h2", "what a reload costs");
  {
    auto p = page.open("p");
    page.text(
        "Milliseconds of one reload (upwards) by modules of the add-on (to the right), both "
        "logarithmic: median and quartiles of the add-ons of similar size. Scenarios and generated "
        "cases are counted together. A restart is counted from the call to the moment when all is "
        "enabled again in its forked successor: a real application starts more than that. ");
    page.element("code", "--generated N");
    page.text(" adds sizes.");
  }
  auto panels = page.open("div", {{"class", "panels"}});
  for (const Series& series : all) write_series(page, series, axes);
}

void write_leak_plots(Markup& page, const Report& report) {
  std::vector<std::string> names;
  std::map<std::string, std::vector<Cycles>> by_case;
  for (const Record& record : report.records) {
    if (record.cycles.empty() || record.cycles.front().size() < 3) continue;
    std::string name = record.case_name;
    const auto known = by_case.find(name);
    const bool is_elsewhere =
        known != by_case.end() && known->second.front().record->host != record.host;
    if (is_elsewhere) name += " on " + record.host;
    auto [mine, is_new] = by_case.try_emplace(name);
    if (is_new) names.push_back(name);
    mine->second.push_back({&record, &record.cycles.front()});
  }
  if (names.empty()) return;
  auto section = page.open("section", {{"id", "leaks"}});
  page.element("h2", "what piles up");
  {
    auto p = page.open("p");
    page.text(
        "Modules, classes and functions of add-ons that are alive after a full collection "
        "(upwards), after each cycle of a case with a ");
    page.element("code", "repeat");
    page.text(" (to the right). Marked where ");
    page.element("em", name_of(Aspect::kLeaks));
    page.text(" fails.");
  }
  for (const std::string& name : names) {
    std::uint32_t most = 1;
    for (const Cycles& cycles : by_case[name])
      most = std::max(most, *std::ranges::max_element(*cycles.counts));
    auto details = page.open("details", {{"class", "fold"}});
    {
      auto summary = page.open("summary");
      page.element("h3", name);
    }
    auto panels = page.open("div", {{"class", "panels"}});
    for (const Cycles& cycles : by_case[name]) write_cycles(page, cycles, most);
  }
}

}  // namespace afresh
