// What stands in a cell of the page's tables, and in which colour: for the tables and for the data
// that the page's script chooses from.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "reports/report.hpp"
#include "reports/tally.hpp"

namespace afresh {

/// A cell that counts: class of the style sheet, `3/4`, and remarks such as `1 refused`.
struct CountCell {
  std::string_view css;
  std::string text;
  std::vector<std::string> remarks;
  bool fails = false;  ///< somewhere: a witness shows it
};
/// `empty` where nothing was judged; else `all` pass, `none`, `some`, `most` (three in four);
/// `open` where nothing fails and not all is known; `behaves` where whatever fails does so in
/// structure alone.
[[nodiscard]] CountCell count_cell(const Cell& cell);

/// A cell of one case.
struct CaseMark {
  char letter;  ///< in the page's data
  std::string_view css;
  std::string_view text;
  std::string_view words;
};
/// Every mark that there is.
[[nodiscard]] const std::vector<CaseMark>& case_marks();
/// `record` may be null: not judged.
[[nodiscard]] const CaseMark& case_mark(const Record* record, Aspect aspect);

/// Of a section: what each strategy comes to in the cases with a feature, in every aspect.
using ByFeature = std::map<std::string, std::map<std::string, std::map<Aspect, Cell>>>;
[[nodiscard]] ByFeature by_feature(const Report& report, const Section& section);

/// Whether the record is counted in the section.
[[nodiscard]] bool is_in(const Report& report, const Section& section, const Record& record);

}  // namespace afresh
