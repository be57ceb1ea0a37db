// Which names of other modules a module needs, and the rules for who may refer to whom.
// Everything that makes, mends, checks or renders a model asks here, so that they cannot disagree.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "generators/model.hpp"

namespace afresh::generators {

/// A name of another module that a module reaches through its imports at module level.
struct Use {
  Reference what;
  bool while_loading = false;  ///< needed while the module's body runs, not only in calls
  bool re_exported = false;    ///< must be bound under its own name
};

/// All uses, in source order; not what functions get by a late import of their own.
/// Of the root: also what it registers and what its probe returns.
[[nodiscard]] std::vector<Use> collect_uses(const PackageModel& model, const Module& module);

/// The distinct names that `module` needs of `target`, in order of first use. Of a function's late
/// import: `late_names`.
[[nodiscard]] std::vector<std::string> names_used_from(const std::vector<Use>& uses,
                                                       const std::string& target);
[[nodiscard]] std::vector<std::string> late_names(const Function& function);

/// Whether the module at `rank` may import `target` at module level: neither the target nor a
/// package that is loaded on the way to it may need the importer. Packages above the importer are
/// loading already and count as given.
[[nodiscard]] bool may_import(const PackageModel& model, std::size_t rank,
                              const std::string& target);

/// Whether code at `user` may refer to the definition: it stands before the user, in the user's own
/// module or in one that may be imported.
[[nodiscard]] bool is_reachable(const PackageModel& model, const Position& user,
                                const Reference& reference);
/// The same for a reference that a function gets by a late import. Of a module that loads later
/// only constants with a literal value, so that no evaluation runs in a circle.
[[nodiscard]] bool is_reachable_late(const PackageModel& model, const Position& user,
                                     const Reference& reference);

/// Whether the definition has an amount to add to a sum (all but panels and groups).
[[nodiscard]] bool is_countable(const Definition& definition);

/// `wanted` or the nearest form with which this import works in this module.
[[nodiscard]] ImportForm working_form(const Module& module, const Import& wanted,
                                      const std::vector<Use>& uses);
/// The same for the late import of a function.
[[nodiscard]] ImportForm working_late_form(const Import& wanted);

}  // namespace afresh::generators
