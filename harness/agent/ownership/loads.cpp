// SPDX-License-Identifier: MIT
#include "harness/agent/ownership/loads.hpp"

#include <algorithm>

namespace afresh::agent {

std::vector<Loads::Living> Loads::living() {
  std::erase_if(tags_, [](const auto& entry) { return !py::referent(entry.second.weak.get()); });
  std::vector<Living> all;
  for (const auto& [object, tag] : tags_) all.push_back({object, tag.born});
  std::ranges::sort(all, [](const Living& a, const Living& b) {
    return a.born != b.born ? a.born < b.born : std::less<>()(a.object, b.object);
  });
  return all;
}

}  // namespace afresh::agent
