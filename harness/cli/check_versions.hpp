// The versions of an add-on that `check` goes through: what is on disk, and what stands for an
// edit. SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "harness/addon/read_addon.hpp"
#include "harness/cli/options.hpp"
#include "harness/values/result.hpp"

namespace afresh::cli {

/// The add-on before and after the edit; without `after` the edit is a shift, or there is none.
struct Versions {
  AddonFiles before;
  std::optional<AddonFiles> after;
  std::string edit;  ///< one sentence about what stands for it

  /// The one whose lines findings name.
  [[nodiscard]] const AddonFiles& told() const { return after ? *after : before; }
};
[[nodiscard]] Result<Versions> read_versions(const AddonLocation& place,
                                             const CheckOptions& options);

/// Puts an extension where Blender has it.
void install(Versions& versions);

/// The file that a user finds at `file`, which is as in a case, where `addon` is imported by that
/// name: relative where it lies below the current folder.
[[nodiscard]] std::string path_on_disk(const AddonLocation& place, const std::string& addon,
                                       const std::string& file);

}  // namespace afresh::cli
