// The plots of the page, as SVG: small panels with common axes, one for each strategy or case.
// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <ostream>
#include <string>

#include "reports/html_parts.hpp"
#include "reports/html_text.hpp"

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

void begin_panel(std::ostream& out, const std::string& title, const std::string& description,
                 const Axes& axes) {
  out << fmt::format(
      "<svg class=\"panel\" viewBox=\"0 0 {0} {1}\" role=\"img\" aria-label=\"{2}\">"
      "<title>{2}</title><text class=\"name\" x=\"{3}\" y=\"11\">{4}</text>"
      "<path class=\"axis\" d=\"M{3} {5}V{6}H{7}\"/>"
      "<text class=\"tick\" x=\"{8}\" y=\"{9}\" text-anchor=\"end\">{10}</text>"
      "<text class=\"tick\" x=\"{8}\" y=\"{6}\" text-anchor=\"end\">{11}</text>"
      "<text class=\"tick\" x=\"{3}\" y=\"{14}\">{12}</text>"
      "<text class=\"tick\" x=\"{7}\" y=\"{14}\" text-anchor=\"end\">{13}</text>",
      kWidth, kHeight, html_text(description), kLeft, html_text(title), kTop, kHeight - kBottom,
      kWidth - kRight, kLeft - 3, kTop + 6, number(axes.y.most()), number(axes.y.least()),
      number(axes.x.least()), number(axes.x.most()), kHeight - 5);
}

/// Modules of the add-on that the case reloads first, as they are at the end.
int modules_of(const Case& a_case) {
  std::string addon = a_case.addons.empty() ? "" : a_case.addons.front();
  for (const Step& step : unrolled(a_case.steps)) {
    const auto* reload = std::get_if<ReloadStep>(&step.action);
    if (reload == nullptr) continue;
    addon = reload->addon;
    break;
  }
  auto last = static_cast<int>(a_case.versions.size());
  auto files = files_of(a_case, addon, last);
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
std::vector<Point> points_of(const std::vector<std::pair<int, double>>& samples) {
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
    mine->second.emplace_back(modules_of(facts->second.value), record.reload_ms);
  }
  std::vector<Series> all;
  for (const std::string& strategy : strategies)
    all.push_back({strategy, points_of(samples[strategy])});
  return all;
}

void write_series(std::ostream& out, const Series& series, const Axes& axes) {
  const Point& last = series.points.back();
  begin_panel(out, series.strategy,
              fmt::format("{}: {} ms at {:.0f} modules (quartiles {} to {})", series.strategy,
                          number(last.middle), last.size, number(last.low), number(last.high)),
              axes);
  std::string line;
  for (const Point& point : series.points) {
    double x = axes.x.at(point.size);
    line += fmt::format("{}{:.1f} {:.1f}", line.empty() ? "M" : "L", x, axes.y.at(point.middle));
    out << fmt::format(
        "<path class=\"interval\" d=\"M{0:.1f} {1:.1f}V{2:.1f}\"/>"
        "<circle cx=\"{0:.1f}\" cy=\"{3:.1f}\" r=\"2.2\"><title>{4:.1f} modules, "
        "{5} reloads: {6:.2f} ms ({7:.2f} to {8:.2f})</title></circle>",
        x, axes.y.at(point.low), axes.y.at(point.high), axes.y.at(point.middle), point.size,
        point.count, point.middle, point.low, point.high);
  }
  out << fmt::format("<path class=\"line\" d=\"{}\"/></svg>\n", line);
}

/// What is alive after each cycle of a case's first `repeat`, by strategy.
struct Cycles {
  const Record* record = nullptr;
  const std::vector<std::uint32_t>* counts = nullptr;
};

void write_cycles(std::ostream& out, const Cycles& cycles, std::uint32_t most) {
  const std::vector<std::uint32_t>& counts = *cycles.counts;
  Axes axes = axes_for(1, static_cast<double>(counts.size()), 0, most, false);
  begin_panel(out, cycles.record->strategy,
              fmt::format("{}: {} objects after the first cycle, {} after cycle {}",
                          cycles.record->strategy, counts.front(), counts.back(), counts.size()),
              axes);
  std::string line;
  for (std::size_t i = 0; i < counts.size(); ++i)
    line += fmt::format("{}{:.1f} {:.1f}", i == 0 ? "M" : "L",
                        axes.x.at(static_cast<double>(i + 1)), axes.y.at(counts[i]));
  auto leak = cycles.record->verdicts.find(Aspect::kLeaks);
  bool fails = leak != cycles.record->verdicts.end() && leak->second.outcome == Outcome::kFail;
  out << fmt::format("<path class=\"line{}\" d=\"{}\"/></svg>\n", fails ? " bad" : "", line);
}

}  // namespace

void write_cost_plots(std::ostream& out, const Report& report) {
  std::vector<Series> all = cost_series(report);
  if (all.empty()) return;
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
  Axes axes = axes_for(least_x, most_x, least_y, most_y, true);
  out << "<section id=\"cost\"><h2>what a reload costs</h2>\n<p>Milliseconds of one reload "
         "(upwards) "
         "by modules of the add-on (to the right), both logarithmic: median and quartiles of the "
         "add-ons of similar size, scenarios and generated ones together. A restart is counted "
         "from the call to the moment when all is enabled again in its forked successor: a real "
         "application starts more than that. <code>--generated N</code> adds sizes.</p>\n"
         "<div class=\"panels\">\n";
  for (const Series& series : all) write_series(out, series, axes);
  out << "</div></section>\n";
}

void write_leak_plots(std::ostream& out, const Report& report) {
  std::vector<std::string> names;
  std::map<std::string, std::vector<Cycles>> by_case;
  for (const Record& record : report.records) {
    if (record.cycles.empty() || record.cycles.front().size() < 3) continue;
    auto [mine, is_new] = by_case.try_emplace(record.case_name);
    if (is_new) names.push_back(record.case_name);
    mine->second.push_back({&record, &record.cycles.front()});
  }
  if (names.empty()) return;
  out << "<section id=\"leaks\"><h2>what piles up</h2>\n<p>Modules, classes and functions of "
         "add-ons "
         "that are alive after a full collection (upwards) after each cycle of a case with a "
         "<code>repeat</code> (to the right). Marked where <em>leak</em> fails.</p>\n";
  for (const std::string& name : names) {
    std::uint32_t most = 1;
    for (const Cycles& cycles : by_case[name])
      most = std::max(most, *std::ranges::max_element(*cycles.counts));
    out << fmt::format("<h3>{}</h3>\n<div class=\"panels\">\n", html_text(name));
    for (const Cycles& cycles : by_case[name]) write_cycles(out, cycles, most);
    out << "</div>\n";
  }
  out << "</section>\n";
}

}  // namespace afresh
