// Modules that a strategy loaded under names of its own (`_hot_1_demo` for `demo`), told by their
// files. One finding for each, and the rest is compared as if they had their names: what names a
// module is rewritten, what the add-on's own values say is not.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "harness/values/graph.hpp"

namespace afresh {

struct RenamedModule {
  std::string here;   ///< the key in the trial's `sys.modules`
  std::string there;  ///< the reference's, which the trial does not have
  std::int32_t owner = -1;
  auto operator<=>(const RenamedModule&) const = default;
};

/// By their keys in the reference. Where a file was loaded under several new names the latest is
/// the renamed one; where its own name is still there, none is: that is an old copy.
[[nodiscard]] std::vector<RenamedModule> renamed_modules(const Graph& actual,
                                                         const Graph& reference);

/// The trial's graph with the reference's names of modules.
[[nodiscard]] Graph with_reference_names(const Graph& reference, Graph actual,
                                         const std::vector<RenamedModule>& renamed);

}  // namespace afresh
