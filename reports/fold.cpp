// Which rows of an overview are shown where not all of them fit.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>

#include "reports/overview.hpp"

namespace afresh {
namespace {

std::size_t lines_of(const FoldedFamily& family) {
  return 1 + family.shown.size() + (family.folded.empty() ? 0 : 1);
}

/// Folds those rows of the family, in whose place one line says that they are there.
template <typename IsFolded>
void fold_rows(FoldedFamily& family, const IsFolded& is_folded) {
  auto folded = std::ranges::stable_partition(
      family.shown, [&](const OverviewRow* row) { return !is_folded(*row); });
  family.folded.insert(family.folded.end(), folded.begin(), folded.end());
  family.shown.erase(folded.begin(), folded.end());
}

/// What adds nothing, where at least a line is won by it.
void fold_what_adds_nothing(FoldedTable& table, const std::set<std::string>& kept) {
  const auto adds_nothing = [&](const OverviewRow& row) {
    return row.adds_nothing && !row.is_own && !kept.contains(row.strategy);
  };
  for (FoldedFamily& family : table.families) {
    auto count = std::ranges::count_if(family.shown,
                                       [&](const OverviewRow* row) { return adds_nothing(*row); });
    if (count > 1) fold_rows(family, adds_nothing);
  }
}

/// The worst row that may go, of the family that shows most of them; whether there was one.
template <typename MayGo>
bool fold_one_more(FoldedTable& table, const MayGo& may_go) {
  FoldedFamily* longest = nullptr;
  for (FoldedFamily& family : table.families) {
    // The best one always stays.
    bool has_one = family.shown.size() > 1 &&
                   std::any_of(family.shown.begin() + 1, family.shown.end(),
                               [&](const OverviewRow* row) { return may_go(*row); });
    if (has_one && (longest == nullptr || family.shown.size() > longest->shown.size()))
      longest = &family;
  }
  if (longest == nullptr) return false;
  auto worst = std::find_if(longest->shown.rbegin(), longest->shown.rend() - 1,
                            [&](const OverviewRow* row) { return may_go(*row); });
  longest->folded.push_back(*worst);
  longest->shown.erase(std::next(worst).base());
  return true;
}

void leave_out_families(FoldedTable& table, std::size_t max_lines) {
  while (table.lines() > max_lines && table.families.size() > 1) {
    const FoldedFamily& last = table.families.back();
    ++table.families_left_out;
    table.rows_left_out += last.shown.size() + last.folded.size();
    table.families.pop_back();
  }
}

}  // namespace

std::size_t FoldedTable::lines() const {
  std::size_t lines = families_left_out > 0 ? 1 : 0;
  for (const FoldedFamily& family : families) lines += lines_of(family);
  return lines;
}

FoldedTable fold(const OverviewTable& table, const std::set<std::string>& kept,
                 std::size_t max_lines) {
  FoldedTable result;
  for (const OverviewFamily& family : table.families) {
    FoldedFamily& folded = result.families.emplace_back(FoldedFamily{.family = &family});
    for (const OverviewRow& row : family.rows) folded.shown.push_back(&row);
  }
  const auto fits = [&] { return max_lines == 0 || result.lines() <= max_lines; };
  if (!fits()) fold_what_adds_nothing(result, kept);
  const auto is_kept = [&](const OverviewRow& row) {
    return row.is_own || kept.contains(row.strategy);
  };
  while (!fits() && fold_one_more(result, [&](const OverviewRow& row) { return !is_kept(row); })) {
  }
  while (!fits() && fold_one_more(result, [](const OverviewRow&) { return true; })) {
  }
  if (!fits()) leave_out_families(result, max_lines);
  return result;
}

}  // namespace afresh
