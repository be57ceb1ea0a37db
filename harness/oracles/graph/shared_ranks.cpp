// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/shared_ranks.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace afresh {
namespace {

/// A string with its first eight bytes as a number, which decides most comparisons.
struct Ranked {
  std::uint64_t prefix = 0;
  std::string_view text;
  std::uint32_t* rank = nullptr;

  bool operator<(const Ranked& other) const {
    return prefix != other.prefix ? prefix < other.prefix : text < other.text;
  }
};

std::uint64_t sort_prefix(std::string_view text) {
  std::uint64_t prefix = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    prefix = prefix << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }
  return prefix;
}

void add(const std::vector<std::string>& strings, std::vector<std::uint32_t>& ranks,
         std::vector<Ranked>& all) {
  ranks.resize(strings.size());
  for (std::size_t i = 0; i < strings.size(); ++i) {
    all.push_back({sort_prefix(strings[i]), strings[i], &ranks[i]});
  }
}

}  // namespace

SharedRanks rank_strings(const Graph& actual, const Graph& reference) {
  SharedRanks ranks;
  std::vector<Ranked> all;
  all.reserve(actual.strings.size() + reference.strings.size());
  add(actual.strings, ranks.actual, all);
  add(reference.strings, ranks.reference, all);
  std::ranges::sort(all, [](const Ranked& a, const Ranked& b) { return a < b; });
  std::uint32_t rank = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i > 0 && all[i].text != all[i - 1].text) ++rank;
    *all[i].rank = rank;
  }
  return ranks;
}

}  // namespace afresh
