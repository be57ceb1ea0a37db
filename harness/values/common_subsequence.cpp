// SPDX-License-Identifier: MIT
#include "harness/values/common_subsequence.hpp"

#include <algorithm>

namespace afresh {
namespace {

constexpr std::size_t kLargestTable = 4'000'000;

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;
using Tokens = std::vector<std::uint64_t>;

/// The ranges [a_begin, a_end) and [b_begin, b_end) between the equal ends.
struct Middle {
  std::size_t a_begin = 0, a_end = 0, b_begin = 0, b_end = 0;
};

void add_middle(const Tokens& a, const Tokens& b, const Middle& m, Pairs& pairs) {
  std::size_t rows = m.a_end - m.a_begin;
  std::size_t columns = m.b_end - m.b_begin;
  if (rows * columns > kLargestTable) return;
  std::size_t width = columns + 1;
  std::vector<std::uint32_t> lengths((rows + 1) * width, 0);
  auto equal = [&](std::size_t i, std::size_t j) {
    return a[m.a_begin + i] != 0 && a[m.a_begin + i] == b[m.b_begin + j];
  };
  for (std::size_t i = rows; i-- > 0;) {
    for (std::size_t j = columns; j-- > 0;) {
      lengths[i * width + j] =
          equal(i, j) ? lengths[(i + 1) * width + j + 1] + 1
                      : std::max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < rows && j < columns) {
    if (equal(i, j)) {
      pairs.emplace_back(m.a_begin + i++, m.b_begin + j++);
    } else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
}

}  // namespace

Pairs common_subsequence(const Tokens& a, const Tokens& b) {
  Pairs pairs;
  Middle middle{0, a.size(), 0, b.size()};
  auto equal = [&](std::size_t i, std::size_t j) { return a[i] != 0 && a[i] == b[j]; };
  while (middle.a_begin < middle.a_end && middle.b_begin < middle.b_end &&
         equal(middle.a_begin, middle.b_begin)) {
    pairs.emplace_back(middle.a_begin++, middle.b_begin++);
  }
  Pairs tail;
  while (middle.a_end > middle.a_begin && middle.b_end > middle.b_begin &&
         equal(middle.a_end - 1, middle.b_end - 1)) {
    tail.emplace_back(--middle.a_end, --middle.b_end);
  }
  add_middle(a, b, middle, pairs);
  pairs.insert(pairs.end(), tail.rbegin(), tail.rend());
  return pairs;
}

}  // namespace afresh
