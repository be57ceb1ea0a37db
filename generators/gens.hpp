// The RapidCheck generators: dice for the value, the model's own shrinking for the tree below it.
// The size parameter is ignored: sizes are the profile's.
// SPDX-License-Identifier: MIT
#pragma once

#include <rapidcheck/Gen.h>

#include <iosfwd>

#include "generators/edit.hpp"
#include "generators/model.hpp"
#include "generators/profile.hpp"
#include "harness/values/case.hpp"

namespace afresh::generators {

[[nodiscard]] rc::Gen<PackageModel> gen_package(const Profile& profile);

/// A package and its edits, of which every one shows in the probe.
[[nodiscard]] rc::Gen<History> gen_history(const Profile& profile);

/// Cases in which deleting `NAME` and `NAME.*` from `sys.modules` and importing again equals a
/// fresh start: whatever a package does to the process, its `unregister()` undoes.
[[nodiscard]] rc::Gen<Case> gen_purge_safe_case(const Profile& profile);

/// How RapidCheck prints a counterexample: the files of the package, or of each version.
void showValue(const PackageModel& model, std::ostream& out);
void showValue(const History& history, std::ostream& out);

}  // namespace afresh::generators
