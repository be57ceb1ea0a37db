// Report → counts: how many cases pass, by strategy and aspect.
// Counts only like with like: never over hosts, never scenarios with generated cases.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "reports/report.hpp"

namespace afresh {

/// How the cases of one strategy came out in one aspect.
struct Cell {
  int pass = 0;
  int fail = 0;
  int unknown = 0;
  int refused = 0;
  int behaves = 0;  ///< of those that fail: structure differs, what the case expects holds

  /// The denominator: cases in which the aspect was judged, whatever the answer.
  [[nodiscard]] int judged() const { return pass + fail + unknown + refused; }
  /// Likewise without those that the strategy refused: it never said that it could.
  [[nodiscard]] int tried() const { return pass + fail + unknown; }
};

/// Adds one answer to the cell.
void count(Cell& cell, const Verdict& verdict);

/// One strategy. An aspect that was never judged has no cell.
struct Row {
  std::string strategy;
  std::map<Aspect, Cell> cells;
};

/// Records that may be counted together.
struct Section {
  std::string host;
  bool is_generated = false;
  std::vector<Row> rows;  ///< in order of first appearance
};

/// Sections and their rows in the order in which the records first mention them.
[[nodiscard]] std::vector<Section> tally(const Report& report);

/// The hosts of the sections, in order of first appearance.
[[nodiscard]] std::vector<std::string> hosts_in(const std::vector<Section>& sections);

/// The strategies of one host, scenarios and generated cases together, in the same order.
[[nodiscard]] std::vector<std::string> strategies_in(const std::vector<Section>& sections,
                                                     const std::string& host);

/// The aspects that were judged at all: a column of dashes says nothing.
[[nodiscard]] std::vector<Aspect> judged_aspects(const Section& section);

/// Whether the record's case was generated; a case without facts counts as a scenario.
[[nodiscard]] bool is_generated(const Report& report, const Record& record);

}  // namespace afresh
