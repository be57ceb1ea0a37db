// SPDX-License-Identifier: MIT
#include "harness/oracles/attribution/addon_attribution.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace afresh {
namespace {

/// The words of a module, as `describe` begins them.
bool is_about_module(const Finding& finding) {
  constexpr std::string_view kModule = "module ";
  return finding.fresh.starts_with(kModule) || finding.actual.starts_with(kModule);
}

bool may_be_addons(const Finding& finding) {
  switch (finding.kind) {
    case FindingKind::kCrash:
    case FindingKind::kHang:
    case FindingKind::kRegisterError:
    case FindingKind::kStaleModule:
    case FindingKind::kRenamedModule: return false;
    default: break;
  }
  if (is_about_module(finding)) return false;
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

}  // namespace

bool is_addon_fault(const Finding& finding, const ThoroughControl& control) {
  if (!may_be_addons(finding)) return false;
  const Finding* once = same_in(control.once, finding);
  const Finding* again = same_in(control.again, finding);
  if (once == nullptr || again == nullptr) return false;
  return once->actual == finding.actual || once->actual != again->actual;
}

}  // namespace afresh
