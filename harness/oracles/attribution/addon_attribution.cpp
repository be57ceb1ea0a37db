// SPDX-License-Identifier: MIT
#include "harness/oracles/attribution/addon_attribution.hpp"

#include <algorithm>
#include <string>
#include <variant>

namespace afresh {
namespace {

bool is_module(const FindingSide& side) {
  if (std::holds_alternative<ChangedModule>(side)) return true;
  const auto* object = std::get_if<ObjectRef>(&side);
  return object != nullptr && object->kind == ObjectKind::kModule;
}

bool can_be_addon_fault(const Finding& finding) {
  switch (finding.kind) {
    case FindingKind::kCrash:
    case FindingKind::kHang:
    case FindingKind::kRegisterError:
    case FindingKind::kStaleModule:
    case FindingKind::kRenamedModule: return false;
    default: break;
  }
  if (is_module(finding.fresh) || is_module(finding.actual)) return false;
  switch (finding.aspect) {
    case Aspect::kFresh:
    case Aspect::kRecovery:
    case Aspect::kProcessState:
    case Aspect::kClean:
    case Aspect::kIsolation:
    case Aspect::kUserData: return true;
    default: return false;
  }
}

bool are_in(const std::vector<std::string>& some, const std::vector<std::string>& all) {
  return std::ranges::all_of(
      some, [&](const std::string& one) { return std::ranges::find(all, one) != all.end(); });
}

/// The control's finding of the same step, aspect, kind and places; null: there is none.
const Finding* same_in(const std::vector<Finding>& control, const Finding& finding) {
  auto found = std::ranges::find_if(control, [&](const Finding& each) {
    return each.step == finding.step && each.aspect == finding.aspect &&
           each.kind == finding.kind && each.paths.front() == finding.paths.front() &&
           are_in(finding.paths, each.paths);
  });
  return found == control.end() ? nullptr : &*found;
}

/// In which module a class or function was defined is how the strategy loads files, not what the
/// add-on does: one that merges all files into one has one module.
FindingSide without_module(FindingSide side) {
  if (auto* object = std::get_if<ObjectRef>(&side)) object->module.clear();
  return side;
}

bool are_alike(const FindingSide& a, const FindingSide& b) {
  return without_module(a) == without_module(b);
}

}  // namespace

bool is_addon_fault(const Finding& finding, const ThoroughControl& control) {
  if (!can_be_addon_fault(finding)) return false;
  const Finding* once = same_in(control.first_run, finding);
  const Finding* again = same_in(control.second_run, finding);
  if (once == nullptr || again == nullptr) return false;
  return are_alike(once->actual, finding.actual) || !are_alike(once->actual, again->actual);
}

}  // namespace afresh
