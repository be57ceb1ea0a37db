// What the page's own script shows when the reader chooses: every cell is made here, once.
// SPDX-License-Identifier: MIT
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "reports/html_cells.hpp"
#include "reports/html_parts.hpp"

namespace afresh {
namespace {

using Json = nlohmann::ordered_json;

/// The different cells of a page, of which there are few, each once; the first is the empty one.
class CellTable {
 public:
  CellTable() { cell_index(Cell{}); }
  int cell_index(const Cell& cell) {
    const CountCell shown = count_cell(cell);
    Json row = {shown.css, shown.text, shown.remarks, shown.fails};
    auto [found, is_new] = indices_.try_emplace(row.dump(), static_cast<int>(rows_.size()));
    if (is_new) rows_.push_back(std::move(row));
    return found->second;
  }
  [[nodiscard]] const Json& rows() const { return rows_; }

 private:
  std::map<std::string, int> indices_;
  Json rows_ = Json::array();
};

/// An index for each aspect.
Json cells_json(const std::map<Aspect, Cell>& cells, CellTable& table) {
  Json indices = Json::array();
  for (Aspect aspect : kAspects) {
    auto cell = cells.find(aspect);
    indices.push_back(table.cell_index(cell == cells.end() ? Cell{} : cell->second));
  }
  return indices;
}

/// By strategy, for all cases (the feature without a name) and for those with each feature.
Json features_json(const Report& report, const Section& section, CellTable& table) {
  Json features = {{"", Json::object()}};
  for (const Row& row : section.rows)
    features[""][shown(row.strategy)] = cells_json(row.cells, table);
  for (const auto& [feature, rows] : by_feature(report, section)) {
    for (const auto& [strategy, cells] : rows)
      features[shown(feature)][shown(strategy)] = cells_json(cells, table);
  }
  return features;
}

/// Of each case its features, and for each strategy a letter for each aspect.
Json cases_json(const Report& report, const Section& section) {
  Json cases = Json::object();
  for (const Record& record : report.records) {
    if (!is_in(report, section, record)) continue;
    Json& its = cases[shown(record.case_name)];
    if (its.is_null()) {
      its = {{"features", Json::array()}, {"marks", Json::object()}};
      auto facts = report.cases.find(record.case_name);
      if (facts != report.cases.end()) {
        for (const std::string& feature : facts->second.value.features)
          its["features"].push_back(shown(feature));
      }
    }
    std::string letters;
    for (Aspect aspect : kAspects) letters += case_mark(&record, aspect).letter;
    its["marks"][shown(record.strategy)] = letters;
  }
  return cases;
}

}  // namespace

void write_data(Markup& page, const Report& report) {
  Json aspects = Json::array();
  for (Aspect aspect : kAspects) aspects.push_back(name_of(aspect));
  Json marks = Json::object();
  for (const CaseMark& mark : case_marks())
    marks[std::string(1, mark.letter)] = {mark.css, mark.text, mark.words};
  CellTable table;
  Json sections = Json::array();
  for (const Section& section : tally(report)) {
    Json its = {{"host", shown(section.host)},
                {"generated", section.is_generated},
                {"features", features_json(report, section, table)}};
    if (!section.is_generated) its["cases"] = cases_json(report, section);
    sections.push_back(std::move(its));
  }
  const std::string text = Json{
      {"aspects", aspects},
      {"marks", marks},
      {"cells", table.rows()},
      {"sections", sections}}.dump(-1, ' ', /*ensure_ascii=*/true);
  // Nothing in it can end the element.
  std::string safe;
  for (char c : text) safe += c == '<' ? "\\u003c" : std::string(1, c);
  page.element("script", {{"id", "data"}, {"type", "application/json"}}, safe);
}

}  // namespace afresh
