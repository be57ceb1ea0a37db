// SPDX-License-Identifier: MIT
#include "reports/html.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "reports/html_parts.hpp"
#include "reports/html_text.hpp"
#include "reports/tally.hpp"
#include "reports/wording.hpp"

namespace afresh {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kQuestion =
    "Applications that embed Python reload add-ons while they run: with "
    "<code>importlib.reload</code>, "
    "by emptying <code>sys.modules</code>, by loading files by hand, by restarting. Each leaves "
    "something old behind for some code. Which is right for which?";

constexpr std::string_view kMethod =
    "Every way (a <em>strategy</em>) was run on every case. After each reload, the graph of all "
    "that the "
    "add-on is and has touched was compared with that of a new process that has only ever seen the "
    "new files; after a disable, with that of a host that never saw it. What differs between three "
    "fresh starts (times, addresses, the order of sets) is masked. Whatever failed was run again "
    "in "
    "another process. What the add-on leaves by itself, what the host does to an empty add-on, and "
    "what CPython’s own caches hold, is not blamed on the strategy.";

std::string_view question_of(Aspect aspect) {
  switch (aspect) {
    case Aspect::kFresh: return "does the add-on now look and behave as after a fresh start?";
    case Aspect::kProcessState: return "were the process-wide things that it had touched undone?";
    case Aspect::kClean: return "after it was disabled, is it as if it had never been there?";
    case Aspect::kRollback:
      return "after an edit that cannot load: is the old one still what it was?";
    case Aspect::kRecovery: return "after an edit that could not load: does the mended one?";
    case Aspect::kIsolation: return "were other add-ons, libraries and the host left alone?";
    case Aspect::kLiveObjects: return "do objects that are still held work with the new code?";
    case Aspect::kUserData: return "are the values that the user had set still there?";
    case Aspect::kLeaks: return "is the old code gone from memory, and does nothing grow?";
  }
  return "";
}

/// The strategies of a section by how many cases fail in which *fresh* was judged, fewest first.
std::vector<const Row*> by_failures(const Section& section) {
  std::vector<const Row*> rows;
  for (const Row& row : section.rows) {
    auto fresh = row.cells.find(Aspect::kFresh);
    if (fresh != row.cells.end() && fresh->second.judged() > 0) rows.push_back(&row);
  }
  std::ranges::stable_sort(rows, {}, [](const Row* row) {
    const Cell& cell = row->cells.at(Aspect::kFresh);
    return cell.judged() - cell.pass;
  });
  return rows;
}

void write_answer(std::ostream& out, const std::vector<Section>& sections) {
  constexpr std::size_t kMost = 8;
  for (const Section& section : sections) {
    std::vector<const Row*> rows = by_failures(section);
    if (rows.empty()) continue;
    out << fmt::format("<p>In {}, as new as after a fresh start:</p>\n<ol class=\"answer\">\n",
                       html_text(title_of(section, sections)));
    for (std::size_t i = 0; i < std::min(rows.size(), kMost); ++i) {
      const Cell& fresh = rows[i]->cells.at(Aspect::kFresh);
      std::vector<std::string> others;
      for (const auto& [aspect, cell] : rows[i]->cells) {
        if (aspect != Aspect::kFresh && cell.fail > 0)
          others.push_back(fmt::format("{} {} of {}", name_of(aspect), cell.fail, cell.judged()));
      }
      out << fmt::format(
          "<li><b>{}</b>: {} of {}{}</li>\n", html_text(rows[i]->strategy), fresh.pass,
          fresh.judged(),
          others.empty() ? ""
                         : fmt::format(" <small>but fails {}</small>", fmt::join(others, ", ")));
    }
    if (rows.size() > kMost)
      out << fmt::format("<li value=\"{}\">… {} more below</li>\n", kMost + 1, rows.size() - kMost);
    out << "</ol>\n";
  }
}

void write_filters(std::ostream& out, const Report& report) {
  auto option = [](std::string_view value, std::string_view text) {
    return fmt::format("<option value=\"{}\">{}</option>", html_text(value), html_text(text));
  };
  std::set<std::string> features;
  for (const auto& [name, facts] : report.cases)
    features.insert(facts.value.features.begin(), facts.value.features.end());
  std::vector<std::string> strategies;
  for (const Record& record : report.records)
    if (std::ranges::find(strategies, record.strategy) == strategies.end())
      strategies.push_back(record.strategy);
  out << "<form class=\"filters\"><label>aspect <select name=\"aspect\">";
  for (Aspect aspect : kAspects) out << option(name_of(aspect), name_of(aspect));
  out << "</select></label> <label>feature <select name=\"feature\">" << option("", "any");
  for (const std::string& feature : features) out << option(feature, feature);
  out << "</select></label>";
  for (auto [name, label] : {std::pair("left", "differs between"), std::pair("right", "and")}) {
    out << fmt::format(" <label>{} <select name=\"{}\">", label, name) << option("", "–");
    for (const std::string& strategy : strategies) out << option(strategy, strategy);
    out << "</select></label>";
  }
  out << " <output></output></form>\n";
}

void write_limits(std::ostream& out, const Report& report) {
  int masked = 0;
  int opaque = 0;
  int unknown = 0;
  std::set<std::string> reasons;
  for (const Record& record : report.records) {
    masked = std::max(masked, record.masked);
    opaque = std::max(opaque, record.opaque);
    for (const auto& [aspect, verdict] : record.verdicts) {
      if (verdict.outcome != Outcome::kUnknown) continue;
      ++unknown;
      reasons.insert(verdict.reason);
    }
  }
  out << fmt::format(
      "<section id=\"limits\"><h2>what this does not see</h2>\n<ul>\n"
      "<li>Most places masked in one case, because fresh starts differ there: {}.</li>\n"
      "<li>Most objects of one case of which only the type was looked at (open files, sockets, "
      "locks, frames, native handles): {}.</li>\n<li>Answers that are unknown, which is never "
      "counted as a pass: {}.",
      masked, opaque, unknown);
  constexpr std::size_t kMost = 12;
  std::size_t count = 0;
  for (const std::string& reason : reasons) {
    if (count == 0) out << "<ul>";
    if (++count <= kMost) out << fmt::format("<li>{}</li>", html_text(reason));
  }
  if (count > kMost) out << fmt::format("<li>and {} other reasons</li>", count - kMost);
  if (count > 0) out << "</ul>";
  out << "</li>\n<li>What a third party’s C code keeps to itself is seen as far as the collector "
         "and "
         "its members show it.</li>\n<li>Of a value that an add-on leaves in a library which it "
         "imported first only the name is seen; a plain value that it leaves in another add-on is "
         "not "
         "seen.</li>\n<li>Cases are small on purpose: a strategy that passes them may still fail a "
         "larger add-on. Nothing here counts how often a case is met.</li>\n</ul></section>\n";
}

/// As the page's own script finds them again.
std::vector<std::string> shown_all(const std::vector<std::string>& texts) {
  std::vector<std::string> all;
  for (const std::string& text : texts) all.push_back(shown(text));
  return all;
}

char letter_of(const Record& record, Aspect aspect) {
  auto verdict = record.verdicts.find(aspect);
  if (verdict == record.verdicts.end()) return '-';
  switch (verdict->second.outcome) {
    case Outcome::kPass: return 'p';
    case Outcome::kFail: return verdict->second.behaviour == Outcome::kPass ? 'b' : 'f';
    case Outcome::kUnknown: return 'u';
    case Outcome::kRefused: return 'r';
  }
  return '-';
}

}  // namespace

void write_data(std::ostream& out, const Report& report) {
  Json aspects = Json::array();
  for (Aspect aspect : kAspects) aspects.push_back(name_of(aspect));
  Json features = Json::object();
  for (const auto& [name, facts] : report.cases)
    if (!facts.value.features.empty()) features[shown(name)] = shown_all(facts.value.features);
  Json records = Json::array();
  for (const Record& record : report.records) {
    std::string verdicts;
    for (Aspect aspect : kAspects) verdicts += letter_of(record, aspect);
    records.push_back({{"h", shown(record.host)},
                       {"c", shown(record.case_name)},
                       {"s", shown(record.strategy)},
                       {"g", is_generated(report, record) ? 1 : 0},
                       {"v", verdicts}});
  }
  std::string text = Json{{"aspects", aspects}, {"features", features}, {"records", records}}.dump(
      -1, ' ', /*ensure_ascii=*/true);
  // Nothing in it can end the element.
  std::string safe;
  for (char c : text) safe += c == '<' ? "\\u003c" : std::string(1, c);
  out << "<script id=\"data\" type=\"application/json\">" << safe << "</script>\n";
}

void write_html(std::ostream& out, const Report& report) {
  std::vector<Section> sections = tally(report);
  std::set<std::string> strategies;
  std::set<std::string> cases;
  for (const Record& record : report.records) {
    strategies.insert(record.strategy);
    cases.insert(record.case_name);
  }
  out << "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<title>afresh: which way of reloading is right for which code</title>\n<style>"
      << html_style() << "</style></head>\n<body>\n"
      << "<h1>Which way of reloading a Python add-on is right for which code?</h1>\n<p>"
      << kQuestion << "</p>\n<p>" << kMethod << "</p>\n"
      << fmt::format("<p>{} strategies, {} cases. <small>{}</small></p>\n", strategies.size(),
                     cases.size(), html_text(environment_line(report.environment)));
  if (sections.empty()) out << "<p>" << kNothingRun << "</p>\n";
  out << "<section id=\"answer\"><h2>the answer in short</h2>\n";
  write_answer(out, sections);
  out << "</section>\n<section id=\"aspects\"><h2>what is asked</h2>\n<dl>\n";
  for (Aspect aspect : kAspects)
    out << fmt::format("<dt>{}</dt><dd>{}</dd>\n", name_of(aspect), question_of(aspect));
  out << "</dl></section>\n";
  write_filters(out, report);
  write_matrices(out, report, sections);
  write_cost_plots(out, report);
  write_leak_plots(out, report);
  write_witnesses(out, report, sections);
  write_limits(out, report);
  write_data(out, report);
  out << "<script>" << html_script() << "</script>\n</body></html>\n";
}

}  // namespace afresh
