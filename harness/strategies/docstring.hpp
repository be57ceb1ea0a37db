// What a strategy file says of itself: the headed lines of its docstring, as text.
// Reads the words only; never compiles or runs the file.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace afresh {

/// The parts of a strategy's docstring that tables use. What the file does not say is empty.
struct StrategyDocstring {
  std::string summary;   ///< the first line: what it does
  std::string family;    ///< `Family:`, the sort of technique: `reload in place`
  std::string in_short;  ///< `In short:`, the technique in a few words: `exact name or dot; gc`
  /// `Order:`, of a strategy that runs every module of the add-on again: in which order
  /// (`alphabetical`), which is then what tells it from others of its family that say one.
  std::string order;
};

/// Read from the Python text of a strategy, of which the first string between three quotes counts.
[[nodiscard]] StrategyDocstring read_docstring(std::string_view source);

}  // namespace afresh
