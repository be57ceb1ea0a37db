// The source of chance of building and editing: RapidCheck's generator behind a few questions.
// The same `rc::Random` gives the same answers on every platform.
// SPDX-License-Identifier: MIT
#pragma once

#include <rapidcheck/Random.h>

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace afresh::generators {

class RandomSource {
 public:
  explicit RandomSource(const rc::Random& random) : random_(random) {}

  /// A number of the inclusive range; `low` when the range is empty.
  int between(int low, int high);
  bool chance(int percent) { return between(1, 100) <= percent; }
  /// An index below `size`, which must not be 0.
  std::size_t index(std::size_t size);
  /// An index, each as often as its weight; the weights must not all be 0.
  std::size_t weighted(std::initializer_list<int> weights);
  template <typename T>
  const T& pick(const std::vector<T>& from) {
    return from[index(from.size())];
  }
  template <typename T>
  void shuffle(std::vector<T>& all) {
    for (std::size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[index(i)]);
  }

 private:
  rc::Random random_;
};

/// Names that are not taken yet, from small lists of words; numbered when a word is used up.
class Names {
 public:
  explicit Names(std::vector<std::string> in_use);

  std::string module(RandomSource& rng);
  std::string constant(RandomSource& rng);
  std::string function(RandomSource& rng);
  std::string a_class(RandomSource& rng);
  std::string host_property(RandomSource& rng, const std::string& package);

 private:
  std::string unused(const std::string& word);

  std::vector<std::string> in_use_;  ///< sorted
};

/// A name for the package: short and long ones.
[[nodiscard]] std::string package_name(RandomSource& rng);

}  // namespace afresh::generators
