// What narrows the page's tables down. Seen and used only with the page's script.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>
#include <string>

#include "reports/html_parts.hpp"

namespace afresh {
namespace {

/// A choice with its name before it; `none` is what is shown where nothing is chosen.
void write_choice(Markup& page, std::string_view label, std::string_view name,
                  std::string_view none, const std::vector<std::string>& values) {
  auto outer = page.open("label");
  page.text(std::string(label) + " ");
  auto select = page.open("select", {{"name", name}});
  if (!none.empty()) page.element("option", {{"value", ""}}, none);
  for (const std::string& value : values) page.element("option", {{"value", value}}, value);
}

}  // namespace

void write_filters(Markup& page, const Report& report) {
  std::vector<std::string> aspects;
  for (Aspect aspect : kAspects) aspects.emplace_back(name_of(aspect));
  std::set<std::string> features;
  for (const auto& [name, facts] : report.cases)
    features.insert(facts.value.features.begin(), facts.value.features.end());
  std::vector<std::string> strategies;
  for (const Record& record : report.records) {
    if (std::ranges::find(strategies, record.strategy) == strategies.end())
      strategies.push_back(record.strategy);
  }
  auto form = page.open("form", {{"class", "filters"}, {"aria-label", "what the tables show"}});
  write_choice(page, "aspect", "aspect", "", aspects);
  write_choice(page, "feature", "feature", "any", {features.begin(), features.end()});
  write_choice(page, "differs between", "left", "–", strategies);
  write_choice(page, "and", "right", "–", strategies);
  page.element("output", {{"aria-live", "polite"}});
}

}  // namespace afresh
