// Graphs as text, for tests only:
//
//   root modules demo @0 -> m                 a root: group, label, owner, target
//   root interpreter sys.depth = int 1000     … whose target is an atom
//   m module demo: -> n                       a node: id, kind, name; then its edges
//   n namespace: .f -> f; .K = int 1; ?.doc = str 'x'
//   f function f @0 born 2: _code = c1; ~_place = demo.py:3; _globals -> n
//   x instance type demo.Point: .x = int 1
//
// In a label a leading `_` and each `^` stand for a blank; `~` marks a place, `?` a note. Owner -1,
// born 0 and the builtin type of the kind go without saying. What is malformed throws.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "harness/values/observation.hpp"

namespace afresh::testing {

struct NamedGraph {
  Graph graph;
  std::map<std::string, NodeId> ids;
};

/// The kind of an edge by its label; of what begins with a blank those that an oracle asks for.
[[nodiscard]] EdgeKind kind_of_label(std::string_view label);

[[nodiscard]] NamedGraph parse_named_graph(std::string_view text);
[[nodiscard]] Graph parse_graph(std::string_view text);
[[nodiscard]] Snapshot parse_snapshot(std::string_view text);

/// The text with each first string replaced by the second, everywhere; throws when one is not
/// there.
[[nodiscard]] std::string with(std::string text,
                               std::initializer_list<std::pair<std::string, std::string>> changes);

}  // namespace afresh::testing
