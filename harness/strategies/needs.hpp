// What a strategy asks of those who use it, read from its Python text: never compiled or run here.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace afresh {

struct StrategyNeeds {
  bool restarts = false;  ///< the application ends and starts again: the session is gone
  /// Old module objects are filled anew, so that a name which the next edit takes away stays.
  bool keeps_modules = false;
  bool adapts = false;         ///< the add-on's own files are rewritten for it
  bool installs = false;       ///< machinery of its own must be there before any add-on
  std::size_t code_lines = 0;  ///< to be taken over into a tool: without docstring and comments
};

[[nodiscard]] StrategyNeeds read_needs(std::string_view source);

}  // namespace afresh
