// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/alignment.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <unordered_map>

#include "harness/values/common_subsequence.hpp"

namespace afresh {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// Positions of entries with one token.
struct SameToken {
  std::vector<std::size_t> actual;
  std::vector<std::size_t> reference;

  [[nodiscard]] bool is_on_both_sides() const { return !actual.empty() && !reference.empty(); }
  [[nodiscard]] bool is_clear() const { return actual.size() == 1 && reference.size() == 1; }
};

using Groups = std::unordered_map<std::uint64_t, SameToken>;

enum class Progress : std::uint8_t { kNothingAmbiguous, kClearOnesPaired, kOneChosen };

/// A pairing in the making.
class Pairing {
 public:
  Pairing(std::span<const AlignmentEntry> actual, std::span<const AlignmentEntry> reference)
      : actual_(actual),
        reference_(reference),
        of_actual_(actual.size(), kNone),
        of_reference_(reference.size(), kNone),
        is_certain_(actual.size(), false) {}

  void pair(std::size_t a, std::size_t r, bool is_certain) {
    of_actual_[a] = r;
    of_reference_[r] = a;
    is_certain_[a] = is_certain;
  }

  void pair_same_position(std::size_t strength) {
    for (std::size_t i = 0; i < std::min(actual_.size(), reference_.size()); ++i) {
      std::uint64_t token = actual_[i].tokens[strength];
      if (is_free(i, i) && token != 0 && token == reference_[i].tokens[strength]) pair(i, i, true);
    }
  }

  /// The k-th of a token here with the k-th there.
  void pair_any_position(std::size_t strength, bool with_atoms) {
    auto token = [strength, with_atoms](const AlignmentEntry& entry) {
      return entry.is_atom && !with_atoms ? 0 : entry.tokens[strength];
    };
    pair_in_order(token, true);
  }

  void pair_by_type_token(bool is_ordered) {
    auto of_reference = [](const AlignmentEntry& entry) { return entry.type_token; };
    auto of_actual = [](const AlignmentEntry& entry) {
      return entry.is_settled ? 0 : entry.type_token;
    };
    std::size_t shorter = is_ordered ? std::min(actual_.size(), reference_.size()) : 0;
    for (std::size_t i = 0; i < shorter; ++i) {
      std::uint64_t token = of_actual(actual_[i]);
      if (is_free(i, i) && token != 0 && token == of_reference(reference_[i])) pair(i, i, false);
    }
    pair_in_order(of_actual, of_reference, false);
  }

  void pair_common_subsequence(std::size_t strength) {
    std::vector<std::uint64_t> a = select_tokens(actual_, strength);
    std::vector<std::uint64_t> r = select_tokens(reference_, strength);
    for (auto [i, j] : common_subsequence(a, r)) {
      if (is_free(i, j)) pair(i, j, true);
    }
  }

  /// Atoms left over on both sides are the same multiset: only their order differs.
  [[nodiscard]] bool are_atoms_permuted() const {
    return left_texts(actual_, of_actual_) == left_texts(reference_, of_reference_);
  }

  void zip_rest(const std::function<bool(const AlignmentEntry&)>& takes, bool by_text) {
    std::vector<std::size_t> a = rest(actual_, of_actual_, takes);
    std::vector<std::size_t> r = rest(reference_, of_reference_, takes);
    if (by_text) {
      std::ranges::sort(a, {}, [&](std::size_t i) { return actual_[i].text; });
      std::ranges::sort(r, {}, [&](std::size_t i) { return reference_[i].text; });
    }
    for (std::size_t i = 0; i < std::min(a.size(), r.size()); ++i) pair(a[i], r[i], false);
  }

  /// Where several objects are alike: pair those that are not, or if there are none of these the
  /// first of those that are. The alignment is then to be finished later.
  [[nodiscard]] Progress pair_one_step(std::size_t strength) {
    auto token = [strength](const AlignmentEntry& entry) { return entry.tokens[strength]; };
    Groups groups = similar_entries(token, {});
    bool is_ambiguous = std::ranges::any_of(groups, [](const auto& group) {
      return group.second.is_on_both_sides() && !group.second.is_clear();
    });
    if (!is_ambiguous) return Progress::kNothingAmbiguous;
    if (pair_clear(groups) || pair_the_others(groups, token, strength)) {
      return Progress::kClearOnesPaired;
    }
    for (const AlignmentEntry& entry : reference_) {
      auto found = groups.find(token(entry));
      if (!is_open(entry) || found == groups.end() || !found->second.is_on_both_sides()) continue;
      pair(found->second.actual.front(), found->second.reference.front(), true);
      break;
    }
    return Progress::kOneChosen;
  }

  [[nodiscard]] Alignment result(bool is_ordered) const {
    Alignment alignment;
    std::size_t last = 0;
    for (std::size_t a = 0; a < actual_.size(); ++a) {
      if (of_actual_[a] == kNone) {
        alignment.extra.push_back(a);
        continue;
      }
      alignment.pairs.emplace_back(a, of_actual_[a]);
      if (!is_ordered || !is_certain_[a]) continue;
      if (of_actual_[a] < last) alignment.order_differs = true;
      last = std::max(last, of_actual_[a]);
    }
    for (std::size_t r = 0; r < reference_.size(); ++r) {
      if (of_reference_[r] == kNone) alignment.missing.push_back(r);
    }
    return alignment;
  }

 private:
  [[nodiscard]] bool is_free(std::size_t a, std::size_t r) const {
    return of_actual_[a] == kNone && of_reference_[r] == kNone;
  }
  static bool is_open(const AlignmentEntry& entry) {
    return entry.has_identity && !entry.is_settled;
  }

  template <typename Token>
  void pair_in_order(Token token, bool is_certain) {
    pair_in_order(token, token, is_certain);
  }

  template <typename ActualToken, typename ReferenceToken>
  void pair_in_order(ActualToken of_actual, ReferenceToken of_reference, bool is_certain) {
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> waiting;
    for (std::size_t r = reference_.size(); r-- > 0;) {
      std::uint64_t token = of_reference(reference_[r]);
      if (of_reference_[r] == kNone && token != 0) waiting[token].push_back(r);
    }
    if (waiting.empty()) return;
    for (std::size_t a = 0; a < actual_.size(); ++a) {
      std::uint64_t token = of_actual(actual_[a]);
      if (of_actual_[a] != kNone || token == 0) continue;
      auto found = waiting.find(token);
      if (found == waiting.end() || found->second.empty()) continue;
      pair(a, found->second.back(), is_certain);
      found->second.pop_back();
    }
  }

  static std::vector<std::uint64_t> select_tokens(std::span<const AlignmentEntry> entries,
                                                  std::size_t strength) {
    std::vector<std::uint64_t> tokens;
    for (const AlignmentEntry& entry : entries) {
      tokens.push_back(entry.tokens[0] != 0 ? entry.tokens[0] : entry.tokens[strength]);
    }
    return tokens;
  }

  static std::vector<std::uint32_t> left_texts(std::span<const AlignmentEntry> entries,
                                               const std::vector<std::size_t>& partner) {
    std::vector<std::uint32_t> texts;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (partner[i] == kNone && entries[i].is_atom) texts.push_back(entries[i].text);
    }
    std::ranges::sort(texts);
    return texts;
  }

  static std::vector<std::size_t> rest(std::span<const AlignmentEntry> entries,
                                       const std::vector<std::size_t>& partner,
                                       const std::function<bool(const AlignmentEntry&)>& takes) {
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (partner[i] == kNone && takes(entries[i])) left.push_back(i);
    }
    return left;
  }

  /// Open entries by token, but for those that are alike by a stronger one.
  template <typename Token>
  [[nodiscard]] Groups similar_entries(Token token,
                                       const std::set<const AlignmentEntry*>& reserved) const {
    Groups groups;
    for (std::size_t i = 0; i < actual_.size(); ++i) {
      const AlignmentEntry& entry = actual_[i];
      if (is_open(entry) && !reserved.contains(&entry)) groups[token(entry)].actual.push_back(i);
    }
    for (std::size_t i = 0; i < reference_.size(); ++i) {
      const AlignmentEntry& entry = reference_[i];
      if (is_open(entry) && !reserved.contains(&entry)) groups[token(entry)].reference.push_back(i);
    }
    return groups;
  }

  [[nodiscard]] bool pair_clear(const Groups& groups) {
    bool has_paired = false;
    for (const auto& [token, group] : groups) {
      if (token == 0 || !group.is_clear()) continue;
      pair(group.actual.front(), group.reference.front(), true);
      has_paired = true;
    }
    return has_paired;
  }

  /// What is left beside the look-alikes and has changed a little may say which of them is which.
  template <typename Token>
  [[nodiscard]] bool pair_the_others(const Groups& groups, Token token, std::size_t strength) {
    std::set<const AlignmentEntry*> reserved;
    for (std::span<const AlignmentEntry> entries : {actual_, reference_}) {
      for (const AlignmentEntry& entry : entries) {
        auto found = groups.find(token(entry));
        bool is_alike = found != groups.end() && found->second.is_on_both_sides();
        if (is_alike) reserved.insert(&entry);
      }
    }
    for (std::size_t weaker = strength + 1; weaker < AlignmentEntry::kStrengths; ++weaker) {
      auto weaker_token = [weaker](const AlignmentEntry& entry) { return entry.tokens[weaker]; };
      if (pair_clear(similar_entries(weaker_token, reserved))) return true;
    }
    return pair_clear(
        similar_entries([](const AlignmentEntry& entry) { return entry.type_token; }, reserved));
  }

  std::span<const AlignmentEntry> actual_;
  std::span<const AlignmentEntry> reference_;
  std::vector<std::size_t> of_actual_;
  std::vector<std::size_t> of_reference_;
  std::vector<bool> is_certain_;
};

bool takes_all(const AlignmentEntry&) { return true; }
bool takes_atoms(const AlignmentEntry& entry) { return entry.is_atom; }

}  // namespace

Alignment align_sequence(std::span<const AlignmentEntry> actual,
                         std::span<const AlignmentEntry> reference, bool atoms_move) {
  Pairing pairing(actual, reference);
  bool same_length = actual.size() == reference.size();
  if (!same_length) pairing.pair_common_subsequence(1);
  for (std::size_t strength = 0; strength < AlignmentEntry::kStrengths; ++strength) {
    if (same_length) pairing.pair_same_position(strength);
    pairing.pair_any_position(strength, atoms_move || !same_length);
  }
  if (same_length && !atoms_move && pairing.are_atoms_permuted()) {
    pairing.pair_any_position(0, true);
  }
  pairing.pair_by_type_token(true);
  if (same_length) pairing.zip_rest(takes_all, false);
  return pairing.result(true);
}

Alignment align_multiset(std::span<const AlignmentEntry> actual,
                         std::span<const AlignmentEntry> reference, bool may_choose) {
  Pairing pairing(actual, reference);
  // Strength 1 looks farthest: what is alike there may still be told apart by what hangs on it.
  Progress progress = may_choose ? pairing.pair_one_step(1) : Progress::kNothingAmbiguous;
  if (progress != Progress::kNothingAmbiguous) {
    Alignment alignment = pairing.result(false);
    alignment.extra.clear();
    alignment.missing.clear();
    alignment.is_unfinished = true;
    alignment.is_choice = progress == Progress::kOneChosen;
    return alignment;
  }
  for (std::size_t strength = 0; strength < AlignmentEntry::kStrengths; ++strength) {
    pairing.pair_any_position(strength, true);
  }
  pairing.pair_by_type_token(false);
  pairing.zip_rest(takes_atoms, true);
  return pairing.result(false);
}

}  // namespace afresh
