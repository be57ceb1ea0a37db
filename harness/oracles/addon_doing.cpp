// SPDX-License-Identifier: MIT
#include "harness/oracles/addon_doing.hpp"

#include <algorithm>
#include <string>

namespace afresh {
namespace {

bool may_be_addons(const Finding& finding) {
  switch (finding.kind) {
    case FindingKind::kCrash:
    case FindingKind::kHang:
    case FindingKind::kRegisterError:
    case FindingKind::kStaleModule:
    case FindingKind::kRenamedModule: return false;
    default: break;
  }
  switch (finding.aspect) {
    case Aspect::kFresh:
    case Aspect::kSurface:
    case Aspect::kClean:
    case Aspect::kNeighbour:
    case Aspect::kState: return true;
    default: return false;
  }
}

bool are_in(const std::vector<std::string>& some, const std::vector<std::string>& all) {
  return std::ranges::all_of(
      some, [&](const std::string& one) { return std::ranges::find(all, one) != all.end(); });
}

}  // namespace

bool is_addons_doing(const Finding& finding, const std::vector<Finding>& thorough) {
  if (!may_be_addons(finding)) return false;
  return std::ranges::any_of(thorough, [&](const Finding& control) {
    bool is_there = control.step == finding.step && control.aspect == finding.aspect &&
                    control.kind == finding.kind;
    if (!is_there) return false;
    if (finding.aspect == Aspect::kNeighbour) return are_in(finding.paths, control.paths);
    return control.paths.front() == finding.paths.front() && control.actual == finding.actual;
  });
}

}  // namespace afresh
