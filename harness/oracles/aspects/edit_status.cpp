// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/edit_status.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

namespace afresh {
namespace {

/// A place of the reference: a holder (or `kNoNode`: among the roots) and a label.
using LocalPlace = std::tuple<NodeId, std::string_view>;

constexpr std::string_view kOrderOfEntries = "order of entries";

/// In terms of the reference, wherever it has a holder for it.
LocalPlace edited_place(const Graph& actual, const Graph& reference, const Mismatch& mismatch) {
  if (mismatch.kind == MismatchKind::kOrder) return {mismatch.reference, kOrderOfEntries};
  if (mismatch.is_root()) {
    bool is_here = mismatch.actual_edge != kNoEdge;
    const Graph& graph = is_here ? actual : reference;
    const Root& root = graph.roots[is_here ? mismatch.actual_edge : mismatch.reference_edge];
    return {kNoNode, graph.text(root.label)};
  }
  if (mismatch.reference_edge != kNoEdge) {
    return {mismatch.reference, reference.text(reference.edges[mismatch.reference_edge].label)};
  }
  return {mismatch.reference, actual.text(actual.edges[mismatch.actual_edge].label)};
}

std::set<LocalPlace> edited_places(const Graph& actual, const Graph& reference,
                                   const Matching& matching) {
  std::set<LocalPlace> places;
  for (const Mismatch& mismatch : matching.mismatches) {
    places.insert(edited_place(actual, reference, mismatch));
  }
  return places;
}

}  // namespace

EditStatus edit_status(const Graph& previous, const Graph& reference, const Mask& mask,
                       const Graph& actual, const Matching& trial, std::int32_t addon) {
  Scope scope;
  scope.has_root = [addon](RootGroup group, std::int32_t owner) {
    if (group == RootGroup::kModules) return owner == addon;
    return group == RootGroup::kHost && (owner == addon || owner == -1);
  };
  Matching edit = match(previous, reference, mask, scope);
  if (edit.mismatches.empty()) return EditStatus::kNotVisible;
  std::set<LocalPlace> wrong = edited_places(actual, reference, trial);
  auto is_right = [&](const LocalPlace& place) {
    NodeId holder = std::get<0>(place);
    if (wrong.contains(place)) return false;
    if (holder == kNoNode) return true;
    // An old function is old in all it holds, of which nothing was compared.
    bool is_old = wrong.contains({holder, " code"}) || wrong.contains({holder, " globals"});
    return trial.is_compared[holder] && !is_old;
  };
  std::set<LocalPlace> edited = edited_places(previous, reference, edit);
  return std::ranges::any_of(edited, is_right) ? EditStatus::kApplied : EditStatus::kNotApplied;
}

}  // namespace afresh
