// SPDX-License-Identifier: MIT
#include "harness/oracles/load.hpp"

#include <algorithm>
#include <utility>

#include "harness/oracles/old_bodies.hpp"
#include "harness/oracles/old_copies.hpp"
#include "harness/oracles/old_results.hpp"
#include "harness/oracles/renaming.hpp"

namespace afresh {
namespace {

Scope scope_of(const CheckpointView& view) {
  Scope scope;
  scope.has_root = [&view](RootGroup group, std::int32_t owner) {
    if (group == RootGroup::kInterpreter || group == RootGroup::kDocument) return false;
    if (group == RootGroup::kHost && owner == -1) return true;
    return view.is_concerned(owner);
  };
  // Other add-ons are *neighbour*'s.
  scope.enters = [&view](std::int32_t owner) { return owner == -1 || view.is_concerned(owner); };
  return scope;
}

/// Only lines moved, in place of whatever else might have been edited.
void call_old(Finding& finding) {
  auto place = [](const std::string& words) { return words.substr(0, words.find(" #")); };
  finding.kind = FindingKind::kStaleCode;
  finding.fresh = "the code that is now at " + place(finding.fresh);
  finding.actual = "the code that was at " + place(finding.actual) + " before the edit";
}

void add_differences(const CheckpointView& view, Aspect aspect, Opinion& opinion) {
  const Graph& actual = view.actual();
  const Graph& fresh = view.checkpoint.reference.a->graph;
  // A finding of *surface* would judge it, and an edit that did not arrive leaves it unjudged.
  bool may_blame_addon = !view.edit_did_not_arrive();
  for (const Difference& difference :
       differences(actual, fresh, *view.matching, view.mask, scope_of(view))) {
    Finding finding = to_finding(view, difference, aspect);
    if (view.input.stands_for_any_edit && finding.kind == FindingKind::kStalePlace)
      call_old(finding);
    if (finding.attribution != Attribution::kAddon || may_blame_addon)
      add_to(opinion, std::move(finding));
  }
  add_old_copies(view, aspect, opinion);
  add_old_results(view, aspect, opinion);
  add_old_bodies(view, aspect, opinion);
  add_renamed(view, aspect, opinion);
}

bool has_finding(const Opinion& opinion, Aspect aspect) {
  return std::ranges::any_of(opinion.findings,
                             [&](const Finding& finding) { return finding.aspect == aspect; });
}

}  // namespace

Opinion judge_load(const CheckpointView& view) {
  Aspect aspect = view.load_aspect();
  Opinion opinion;
  opinion.judged.insert(aspect);
  if (view.has_raised()) {
    opinion.findings.push_back(raised_finding(view, aspect));
    return opinion;
  }
  add_expectations(view, aspect, opinion);
  if (!view.matching) {
    opinion.unknown[aspect] = "there is no snapshot to compare";
    return opinion;
  }
  if (!view.unknown.empty()) {
    opinion.unknown[aspect] = view.unknown;
    return opinion;
  }
  add_differences(view, aspect, opinion);
  if (has_finding(opinion, aspect)) return opinion;
  if (view.edit_did_not_arrive()) {
    opinion.findings.push_back(plain_finding(view, FindingKind::kStaleCode, aspect,
                                             view.checkpoint.addon, "the edited definitions",
                                             "no edited definition is reachable"));
  } else if (view.edit == TookHold::kNothingToSee) {
    opinion.unknown[aspect] = "the edit changes nothing that can be seen";
  }
  return opinion;
}

}  // namespace afresh
