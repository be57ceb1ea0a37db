// The strategies that ship with afresh, as data: the Python files of this folder, compiled in.
// Read by the engine and the command line; never runs or interprets them.
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace afresh {

/// One strategy file. All views point into static storage.
struct ShippedStrategy {
  std::string name;         ///< as in tables and case files: `purge-dotted`
  std::string file;         ///< for tracebacks: `harness/strategies/purge_dotted.py`
  std::string_view source;  ///< the Python text
  std::string_view code;    ///< the same compiled, as `EmbeddedFile` has it
};

/// All of them, in the order of the rows of a comparison: restarts, nulls, reloads, purges,
/// loaders, transactional, swap.
[[nodiscard]] std::span<const ShippedStrategy> shipped_strategies();
/// Those of control runs (`thorough`): loaded in every process as well, and in no table.
[[nodiscard]] std::span<const ShippedStrategy> control_strategies();

}  // namespace afresh
