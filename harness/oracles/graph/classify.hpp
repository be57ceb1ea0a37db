// One mismatch, taken for itself: of which kind it is, of which object, and what both sides have.
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "harness/oracles/graph/equivalence.hpp"
#include "harness/oracles/graph/match.hpp"
#include "harness/oracles/graph/reach.hpp"
#include "harness/oracles/graph/registry_change.hpp"
#include "harness/values/finding.hpp"

namespace afresh {

/// What mismatches are gathered by: an object, or a place that holds an atom.
struct ObjectKey {
  enum class Space : std::uint8_t {
    kActualNode,
    kReferenceNode,
    kActualEdge,
    kReferenceEdge,
    kActualRoot,
    kReferenceRoot,
    kActualAtom,
    kReferenceAtom,  ///< an atom in a registry: by registry and text
  };
  Space space{};
  std::uint32_t id = 0;
  std::string text;  ///< of an atom in a registry

  auto operator<=>(const ObjectKey&) const = default;
};

struct Classified {
  FindingKind kind{};
  ObjectKey key;
  NodeId actual_node = kNoNode;
  NodeId reference_node = kNoNode;
  FindingSide fresh;
  FindingSide actual;
  std::optional<RegistryChange> entry;  ///< when it is an entry of a registry
  /// The object itself is what differs: it is met wherever it stands, not only at this place.
  bool is_about_object = false;
};

/// Classifies the mismatches of one matching. All arguments must outlive it.
class Classifier {
 public:
  Classifier(const Graph& actual, const Graph& reference, const Matching& matching,
             const Mask& mask);

  /// `reach` names the other places of an object.
  [[nodiscard]] Classified classify(const Mismatch& mismatch, const Reach& reach);

 private:
  [[nodiscard]] Target actual_target(const Mismatch& mismatch) const;
  [[nodiscard]] Target reference_target(const Mismatch& mismatch) const;
  [[nodiscard]] std::string_view mismatch_label(const Mismatch& mismatch) const;
  /// Nothing for a root, and where only the order differs.
  [[nodiscard]] std::optional<EdgeKind> edge_kind(const Mismatch& mismatch) const;
  [[nodiscard]] bool is_entry(const Mismatch& mismatch) const;
  [[nodiscard]] bool is_keyed(const Mismatch& mismatch) const;
  [[nodiscard]] RegistryChange residue_entry(const Mismatch& mismatch) const;
  [[nodiscard]] bool has_twin(const Mismatch& mismatch) const;

  void classify_extra(const Mismatch& mismatch, Classified& result) const;
  void classify_missing(const Mismatch& mismatch, Classified& result) const;
  void classify_atom(const Mismatch& mismatch, Classified& result) const;
  void classify_kind(const Mismatch& mismatch, Classified& result) const;
  void classify_order(const Mismatch& mismatch, Classified& result) const;
  void classify_identity(const Mismatch& mismatch, const Reach& reach, Classified& result);
  void blame_holder(const Mismatch& mismatch, FindingKind kind, Classified& result) const;
  /// Whether one entry more or less makes the holder another value, rather than a name come or
  /// gone.
  [[nodiscard]] bool is_whole(const Mismatch& mismatch, NodeKind holder) const;
  void blame_whole(const Mismatch& mismatch, Classified& result) const;
  /// The function or class as part of which this place is meant, else `kNoNode`.
  [[nodiscard]] NodeId definition_around(const Mismatch& mismatch) const;

  const Graph& actual_;
  const Graph& reference_;
  const Matching& matching_;
  std::vector<bool> is_registry_here_;  ///< by actual node: target of a root of host or interpreter
  std::vector<bool> is_registry_there_;  ///< by reference node
  std::optional<EquivalenceChecker> equivalence_;
  const Mask& mask_;
};

}  // namespace afresh
