// Which part of a graph an oracle looks at: which roots, and whose nodes it enters.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>

#include "harness/values/graph.hpp"

namespace afresh {

/// Owners are indexes into the script's add-ons, or -1. The default looks at everything.
struct Scope {
  /// Whether roots of this group and owner take part.
  std::function<bool(RootGroup, std::int32_t owner)> has_root = [](RootGroup, std::int32_t) {
    return true;
  };
  /// Whether nodes of this owner are entered (the target of a root always is).
  std::function<bool(std::int32_t owner)> enters = [](std::int32_t) { return true; };
  /// Leave out what modules or the host's registries reach too: that is judged there.
  bool is_beyond_modules_and_host = false;
};

}  // namespace afresh
