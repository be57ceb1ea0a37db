// Which entry of one container is which entry of the other: as sequences or as multisets.
// Works on tokens alone; knows neither graphs nor Python.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace afresh {

/// One entry: tokens by which it may be recognised, strongest first (0: none at this strength).
struct AlignmentEntry {
  static constexpr std::size_t kStrengths = 10;

  std::uint32_t edge = 0;  ///< index into `Graph::edges`
  std::array<std::uint64_t, kStrengths> tokens{};
  std::uint64_t type_token = 0;  ///< kind, type and name; weaker than all tokens; 0 for an atom
  std::uint64_t sort_token = 0;  ///< decides the order in which entries of a multiset are taken
  std::uint32_t text = 0;        ///< an atom's rank among all texts
  bool is_atom = false;
  bool is_settled = false;    ///< has a partner already, here or elsewhere
  bool has_identity = false;  ///< an object of its own: which of several alike matters
};

struct Alignment {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;  ///< positions: actual, reference
  std::vector<std::size_t> extra;
  std::vector<std::size_t> missing;
  bool order_differs = false;  ///< entries recognised for certain stand in another order
  bool is_unfinished = false;  ///< follow up the pairs, then align again
  bool is_choice = false;      ///< unfinished, and its one pair is one of several alike
};

/// Order counts. Entries of equal length that cannot be recognised are paired by position.
/// `atoms_move`: an atom may be recognised at another position even if the rest is no permutation.
[[nodiscard]] Alignment align_sequence(std::span<const AlignmentEntry> actual,
                                       std::span<const AlignmentEntry> reference, bool atoms_move);

/// Order does not count. `may_choose`: where several are alike, pair the others and stop; where
/// there are no others, pair one and stop.
[[nodiscard]] Alignment align_multiset(std::span<const AlignmentEntry> actual,
                                       std::span<const AlignmentEntry> reference, bool may_choose);

}  // namespace afresh
