// How a path writes an edge: `.name`, `['key']`, ` closure x`.
// For people and for order; what an edge is says its kind.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "harness/values/graph.hpp"

namespace afresh {

/// What stands before the name in a label of this kind; the whole of it where the kind has no name.
[[nodiscard]] std::string_view edge_label_prefix(EdgeKind kind);

/// The label of an edge. `name` is what the kind leaves open: the attribute, the key as it is
/// written (`'key'`), the variable; empty for a kind that has one label only.
[[nodiscard]] std::string edge_label(EdgeKind kind, std::string_view name = {});

}  // namespace afresh
