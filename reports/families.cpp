// SPDX-License-Identifier: MIT
#include "reports/families.hpp"

#include <algorithm>

namespace afresh {

std::string strategy_family(const Report& report, const std::string& strategy) {
  auto facts = report.strategy_facts.find(strategy);
  if (facts != report.strategy_facts.end() && !facts->second.family.empty())
    return facts->second.family;
  return std::string(report.strategy_arguments.contains(strategy) ? kOwnFamily : kUnknownFamily);
}

std::size_t rank_of_family(std::string_view name) {
  auto found = std::ranges::find(kFamilies, name, &Family::name);
  return static_cast<std::size_t>(found - kFamilies.begin());
}

std::string_view doing_of_family(std::string_view name) {
  auto found = std::ranges::find(kFamilies, name, &Family::name);
  return found == kFamilies.end() ? name : found->doing;
}

}  // namespace afresh
