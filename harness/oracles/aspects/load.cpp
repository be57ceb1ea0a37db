// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/load.hpp"

#include <algorithm>
#include <utility>

#include "harness/oracles/aspects/renamed_modules.hpp"
#include "harness/oracles/aspects/stale_derived_values.hpp"
#include "harness/oracles/aspects/stale_imports.hpp"
#include "harness/oracles/aspects/stale_modules.hpp"

namespace afresh {
namespace {

Scope make_scope(const CheckpointView& view) {
  Scope scope;
  scope.has_root = [&view](RootGroup group, std::int32_t owner) {
    if (group == RootGroup::kInterpreter || group == RootGroup::kDocument) return false;
    if (group == RootGroup::kHost && owner == -1) return true;
    return view.is_concerned(owner);
  };
  // Other add-ons are *isolation*'s.
  scope.enters = [&view](std::int32_t owner) { return owner == -1 || view.is_concerned(owner); };
  return scope;
}

/// Only lines moved, in place of whatever else might have been edited.
void mark_as_old(Finding& finding) {
  // The atom of a place: `demo/sub.py:4 #…`.
  auto place = [](const FindingSide& side) {
    const auto* atom = std::get_if<ObjectRef>(&side);
    return parse_source_line(atom == nullptr ? std::string() : atom->type);
  };
  finding.kind = FindingKind::kStaleCode;
  finding.fresh = SourceState{place(finding.fresh), Moment::kNow};
  finding.actual = SourceState{place(finding.actual), Moment::kBefore};
}

void add_differences(const CheckpointView& view, Aspect aspect, OracleResult& result) {
  const Graph& actual = view.actual();
  const Graph& fresh = view.checkpoint.reference.base->graph;
  // A finding of *process-state* would judge it, and an edit that did not arrive leaves it
  // unjudged.
  bool may_blame_addon = !view.is_edit_not_applied();
  for (const Difference& difference :
       differences(actual, fresh, *view.matching, view.mask, make_scope(view))) {
    Finding finding = to_finding(view, difference, aspect);
    if (view.input.stands_for_any_edit && finding.kind == FindingKind::kStalePlace)
      mark_as_old(finding);
    if (finding.attribution != Attribution::kAddon || may_blame_addon)
      result.findings.push_back(std::move(finding));
  }
  add_stale_imports(view, aspect, result);
  add_stale_derived_values(view, aspect, result);
  add_stale_modules(view, aspect, result);
  add_renamed_modules(view, aspect, result);
}

bool has_finding(const OracleResult& result, Aspect aspect) {
  return std::ranges::any_of(result.findings, [&](const Finding& finding) {
    return finding.aspect == aspect && !is_left_by_addon(finding);
  });
}

}  // namespace

OracleResult judge_load(const CheckpointView& view) {
  Aspect aspect = view.load_aspect();
  OracleResult result;
  result.judged.insert(aspect);
  if (view.has_raised()) {
    result.findings.push_back(raised_finding(view, aspect));
    return result;
  }
  add_expectations(view, aspect, result);
  if (!view.matching) {
    result.unknown[aspect] = *no_snapshot();
    return result;
  }
  if (view.unknown) {
    result.unknown[aspect] = *view.unknown;
    return result;
  }
  add_differences(view, aspect, result);
  if (has_finding(result, aspect)) return result;
  if (view.is_edit_not_applied()) {
    result.findings.push_back(plain_finding(view, FindingKind::kStaleCode, aspect,
                                            view.checkpoint.addon, SourceState{{}, Moment::kNow},
                                            Nothing{}));
  } else if (view.edit == EditStatus::kNotVisible) {
    result.unknown[aspect] = {.kind = ReasonKind::kEditNotVisible};
  }
  return result;
}

}  // namespace afresh
