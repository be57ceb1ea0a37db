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

  /// The denominator: cases in which the aspect was judged, whatever the answer.
  [[nodiscard]] int judged() const { return pass + fail + unknown + refused; }
};

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

/// Whether the record's case was generated; a case without facts counts as a scenario.
[[nodiscard]] bool is_generated(const Report& report, const Record& record);

}  // namespace afresh
