// Objects and places in short words for a person.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "harness/oracles/graph/graph_view.hpp"

namespace afresh {

inline constexpr std::size_t kMaxTextBytes = 120;  ///< bytes of one side of a finding

/// At most `most` bytes, cut between characters.
[[nodiscard]] std::string shortened(std::string text, std::size_t most = kMaxTextBytes);

/// `str 'cm'`, `function unit (demo/settings.py)`, `class Item`, `list of 3`.
[[nodiscard]] std::string describe(const Graph& graph, Target target);

/// As `describe`, with the version of a class, function or module: `class Item, version 1`.
[[nodiscard]] std::string describe_with_version(const Graph& graph, Target target);

/// What an entry of a registry is, alike in every version: `function demo.on_load`, or its atom.
[[nodiscard]] std::string describe_entry(const Graph& graph, Target target);

/// The labels or atoms of a node in their order: `['a'], ['b']`.
[[nodiscard]] std::string describe_order(const Graph& graph, NodeId node);

}  // namespace afresh
