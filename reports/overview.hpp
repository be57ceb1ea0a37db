// Report → the answer as a model: families of strategies with their rows, counts and marks, best
// first. For whoever shows it, on a terminal or a page; holds no sentence and no layout.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "reports/report.hpp"
#include "reports/tally.hpp"

namespace afresh {

/// What one sign says of all cases of an aspect.
enum class Mark {
  kAll,        ///< all pass
  kMost,       ///< at least nine in ten pass
  kSome,       ///< some pass
  kNone,       ///< none passes
  kUnknown,    ///< of at least one nobody can say
  kNotJudged,  ///< none was judged, or all were refused
};

/// Refusals do not count. An unknown one is never taken for a pass or a failure.
[[nodiscard]] Mark cell_mark(const Cell& cell);

/// One strategy on one host.
struct OverviewRow {
  std::string strategy;
  std::string in_short;  ///< the technique in a few words; may be empty
  bool is_own = false;   ///< from a file of the user's
  std::map<Aspect, Cell> cells;
  int refusals = 0;  ///< cases in which the strategy refused to do anything
  /// Another one of its family is at least as good in every aspect.
  bool adds_nothing = false;

  /// The counts of the aspect; all zero where it was not judged.
  [[nodiscard]] Cell cell(Aspect aspect) const;
};

struct OverviewFamily {
  std::string name;
  std::vector<OverviewRow> rows;  ///< best first
};

/// What may be counted together: the cases of one host, the generated ones apart.
struct OverviewTable {
  std::string host;
  bool is_generated = false;
  std::size_t cases = 0;
  std::vector<Aspect> aspects;           ///< those that were judged at all, but for *fresh*
  std::vector<OverviewFamily> families;  ///< in the order of `kFamilies`
  /// Strategies that refuse what there is on this host: it is none of theirs.
  std::vector<std::string> absent;

  /// The row of a strategy, borrowed; null where it has none.
  [[nodiscard]] const OverviewRow* row(const std::string& strategy) const;
  /// All rows in their order, borrowed.
  [[nodiscard]] std::vector<const OverviewRow*> rows() const;
};

/// The table of the most scenarios first, then the others in the order of the records; those of
/// generated cases last. Empty where nothing was run.
[[nodiscard]] std::vector<OverviewTable> overview(const Report& report);

/// Whether the first has the better result: of *fresh* the larger share of what was judged,
/// refusals included, then of the other aspects.
[[nodiscard]] bool is_better(const OverviewRow& first, const OverviewRow& second);

/// Rows of one family, of which some are not shown. Borrowed from the table.
struct FoldedFamily {
  const OverviewFamily* family = nullptr;
  std::vector<const OverviewRow*> shown;
  std::vector<const OverviewRow*> folded;
};

/// A table that fits: families that are left out altogether are only counted.
struct FoldedTable {
  std::vector<FoldedFamily> families;
  std::size_t families_left_out = 0;
  std::size_t rows_left_out = 0;

  /// A line for each family, each row, each note about what is folded, and one of what is left out.
  [[nodiscard]] std::size_t lines() const;
};

/// The table in at most so many lines (0: no limit). Where it would need more, what adds nothing is
/// folded, then the worst rows of the longest families; the user's own rows and those that must be
/// `kept` go last. Borrowed from the table.
[[nodiscard]] FoldedTable fold(const OverviewTable& table, const std::set<std::string>& kept,
                               std::size_t max_lines);

}  // namespace afresh
