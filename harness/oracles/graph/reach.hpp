// By which path each object of a trial is met, from the roots that an oracle looks at.
// Follows only edges that the matching found right, so that a path means the same on both sides.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "harness/oracles/graph/match.hpp"
#include "harness/oracles/graph/scope.hpp"

namespace afresh {

/// A path as text, and how far it leads to a name of a module (`demo.TABLE['f']`: `demo.TABLE`).
struct Path {
  std::string text;
  std::size_t holder_length = 0;
  RootGroup group{};
  std::int32_t owner = -1;      ///< of the root
  std::size_t root_length = 0;  ///< `text` begins with the root's label
};

/// Shortest first; of equally long ones, and on paper, the first in the alphabet.
[[nodiscard]] bool comes_before(const Path& a, const Path& b);

/// The shortest path in edges to each object within a scope, from a module if there is one.
class Reach {
 public:
  Reach(const Graph& actual, const Matching& matching, const Scope& scope);

  /// Null when the scope does not reach the object.
  [[nodiscard]] const Path* of(NodeId actual) const {
    return paths_[actual] ? &*paths_[actual] : nullptr;
  }
  /// The path of one edge further.
  [[nodiscard]] Path below(NodeId holder, const Edge& edge) const;
  [[nodiscard]] const Scope& scope() const { return scope_; }

 private:
  void start(bool from_modules);
  void spread();
  void leave_out_modules_and_host();

  const Graph& graph_;
  const Matching& matching_;
  Scope scope_;
  std::vector<std::optional<Path>> paths_;
  std::vector<bool> is_closed_;
  std::vector<NodeId> frontier_;
};

/// The path that a root begins.
[[nodiscard]] Path root_path(const Graph& graph, const Root& root);

/// Where a mismatch lies; empty text when it is outside of the scope.
[[nodiscard]] Path mismatch_path(const Graph& reference, const Graph& actual, const Reach& reach,
                                 const Mismatch& mismatch);

}  // namespace afresh
