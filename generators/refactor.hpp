// Changes that keep the meaning of a model: renaming and moving with everything that refers.
// Used by edits and by shrinking; what a change leaves dangling is for `mended` to drop.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "generators/model.hpp"

namespace afresh::generators {

/// Calls `visit` with every reference between definitions, of the probe, and of re-exports.
void for_each_reference(PackageModel& model, const std::function<void(Reference&)>& visit);

/// Names are unique in the package, so the name alone tells what is meant.
void rename_class(PackageModel& model, const std::string& name, const std::string& new_name);

/// Gives the module another path; modules below it move along.
void move_module(PackageModel& model, const std::string& path, const std::string& new_path);

/// Takes the module away and makes its definitions and imports the root's; modules below it
/// become modules of the package above.
void fold_into_root(PackageModel& model, const std::string& path);

/// The module whose path ends in this part; empty: the root. Null when there is none.
[[nodiscard]] Module* find_by_last_part(PackageModel& model, std::string_view part);

}  // namespace afresh::generators
