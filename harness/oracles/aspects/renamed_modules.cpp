// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/renamed_modules.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace afresh {
namespace {

ObjectRef module_ref(const std::string& name) {
  return {.kind = ObjectKind::kModule, .name = name};
}

std::string_view parent_package(std::string_view module) {
  std::size_t dot = module.find_last_of('.');
  return dot == std::string_view::npos ? std::string_view{} : module.substr(0, dot);
}

}  // namespace

void add_renamed_modules(const CheckpointView& view, Aspect aspect, OracleResult& result) {
  std::map<std::string_view, Finding> by_package;
  for (const RenamedModule& module : view.renamed) {
    if (!view.is_concerned(module.owner)) continue;
    // Packages come before what lies in them.
    std::string_view package = parent_package(module.there);
    while (!package.empty() && !by_package.contains(package)) package = parent_package(package);
    if (!package.empty()) {
      by_package.at(package).paths.push_back(module.here);
      continue;
    }
    by_package.emplace(module.there,
                       plain_finding(view, FindingKind::kRenamedModule, aspect, module.here,
                                     module_ref(module.there), module_ref(module.here)));
  }
  for (auto& [package, finding] : by_package) {
    if (finding.paths.size() > kMaxPaths) finding.paths.resize(kMaxPaths);
    result.findings.push_back(std::move(finding));
  }
}

}  // namespace afresh
