// Lists that are kept in order and without repetition.
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <vector>

namespace afresh {

template <typename T>
void sort_unique(std::vector<T>& all) {
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

}  // namespace afresh
