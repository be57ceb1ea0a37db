// What a graph has at a place, as the values that findings carry. Reads graphs; decides nothing and
// writes no sentence.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "harness/oracles/graph/graph_view.hpp"
#include "harness/values/object_ref.hpp"

namespace afresh {

/// The object or atom that a target leads to.
[[nodiscard]] ObjectRef object_at(const Graph& graph, Target target);

/// An atom's text, `str 'cm'` or `class json.JSONDecoder`, as a reference.
[[nodiscard]] ObjectRef parse_atom(std::string_view text);

/// What an entry of a registry is, alike in every load; of a bound method or weak reference what it
/// is bound to or refers to.
[[nodiscard]] ObjectRef registry_entry_at(const Graph& graph, Target target);

/// The keys of a node's entries in their order, or what they are where they have none.
[[nodiscard]] std::vector<ObjectRef> entries_in_order(const Graph& graph, NodeId node);

}  // namespace afresh
