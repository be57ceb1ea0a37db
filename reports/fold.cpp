// Which rows of an overview are shown where not all of them fit.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>

#include "reports/overview.hpp"

namespace afresh {
namespace {

/// A family while it is decided which of its rows are shown, which are in their order of merit.
struct Draft {
  const OverviewFamily* family = nullptr;
  std::vector<bool> is_shown;

  [[nodiscard]] std::size_t shown() const {
    return static_cast<std::size_t>(std::ranges::count(is_shown, true));
  }
  [[nodiscard]] std::size_t folded() const { return is_shown.size() - shown(); }
  /// Its heading, its rows, and what is said of the folded ones.
  [[nodiscard]] std::size_t lines() const { return 1 + shown() + (folded() > 0 ? 1 : 0); }
};

using Drafts = std::vector<Draft>;
using MayGo = std::vector<std::vector<bool>>;  ///< by family and row

std::size_t count_lines(const Drafts& drafts) {
  std::size_t lines = 0;
  for (const Draft& draft : drafts) lines += draft.lines();
  return lines;
}

/// What adds nothing goes, where at least a line is won by it.
void fold_what_adds_nothing(Drafts& drafts, const MayGo& may_go) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    std::vector<bool> is_shown(draft.is_shown.size(), true);
    for (std::size_t j = 0; j < is_shown.size(); ++j)
      is_shown[j] = !may_go[i][j] || !draft.family->rows[j].adds_nothing;
    if (std::ranges::count(is_shown, false) > 1) draft.is_shown = is_shown;
  }
}

/// The best folded row comes back, of the family that folds most; whether that left enough room.
bool unfold_one(Drafts& drafts, std::size_t max_lines) {
  auto fullest = std::ranges::max_element(drafts, {}, &Draft::folded);
  if (fullest == drafts.end() || fullest->folded() == 0) return false;
  const std::vector<bool> before = fullest->is_shown;
  *std::find(fullest->is_shown.begin(), fullest->is_shown.end(), false) = true;
  // The last one takes no more room than the note that it is there.
  if (fullest->folded() == 1) fullest->is_shown.assign(fullest->is_shown.size(), true);
  if (count_lines(drafts) <= max_lines) return true;
  fullest->is_shown = before;
  return false;
}

/// The worst row that may go, of the family that shows most; the best of each always stays.
bool fold_one(Drafts& drafts, const MayGo& may_go) {
  std::optional<std::pair<std::size_t, std::size_t>> chosen;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (chosen && drafts[i].shown() <= drafts[chosen->first].shown()) continue;
    for (std::size_t j = drafts[i].is_shown.size(); j-- > 1;) {
      if (!drafts[i].is_shown[j] || !may_go[i][j]) continue;
      chosen = {i, j};
      break;
    }
  }
  if (chosen) drafts[chosen->first].is_shown[chosen->second] = false;
  return chosen.has_value();
}

FoldedTable finished(const Drafts& drafts, std::size_t max_lines) {
  FoldedTable table;
  for (const Draft& draft : drafts) {
    FoldedFamily& family = table.families.emplace_back(FoldedFamily{.family = draft.family});
    for (std::size_t j = 0; j < draft.is_shown.size(); ++j)
      (draft.is_shown[j] ? family.shown : family.folded).push_back(&draft.family->rows[j]);
  }
  while (max_lines > 0 && table.lines() > max_lines && table.families.size() > 1) {
    ++table.families_left_out;
    table.rows_left_out += table.families.back().family->rows.size();
    table.families.pop_back();
  }
  return table;
}

}  // namespace

std::size_t FoldedTable::lines() const {
  std::size_t lines = families_left_out > 0 ? 1 : 0;
  for (const FoldedFamily& family : families)
    lines += 1 + family.shown.size() + (family.folded.empty() ? 0 : 1);
  return lines;
}

FoldedTable fold(const OverviewTable& table, const std::set<std::string>& kept,
                 std::size_t max_lines) {
  Drafts drafts;
  MayGo all;
  MayGo not_kept;
  for (const OverviewFamily& family : table.families) {
    drafts.push_back({.family = &family, .is_shown = std::vector<bool>(family.rows.size(), true)});
    all.emplace_back(family.rows.size(), true);
    std::vector<bool>& may_go = not_kept.emplace_back();
    for (const OverviewRow& row : family.rows)
      may_go.push_back(!row.is_own && !kept.contains(row.strategy));
  }
  const auto fits = [&] { return max_lines == 0 || count_lines(drafts) <= max_lines; };
  if (!fits()) {
    fold_what_adds_nothing(drafts, not_kept);
    while (fits() && unfold_one(drafts, max_lines)) {
    }
  }
  while (!fits() && fold_one(drafts, not_kept)) {
  }
  while (!fits() && fold_one(drafts, all)) {
  }
  return finished(drafts, max_lines);
}

}  // namespace afresh
