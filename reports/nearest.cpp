// SPDX-License-Identifier: MIT
#include "reports/nearest.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace afresh {

std::size_t edit_distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < from.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < to.size(); ++j) {
      std::size_t replaced = diagonal + (from[i] == to[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

std::string find_nearest(std::string_view word, const std::vector<std::string>& candidates) {
  auto nearest = std::ranges::min_element(candidates, {}, [&](const std::string& candidate) {
    bool is_part = !word.empty() && candidate.find(word) != std::string::npos;
    return std::tuple(!is_part, edit_distance(word, candidate));
  });
  return nearest == candidates.end() ? "" : *nearest;
}

}  // namespace afresh
