// An add-on as a revision of its git repository has it. Asks `git`; checks nothing out, and runs
// nothing that the repository names.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "harness/addon/read_addon.hpp"
#include "harness/programs/program_output.hpp"

namespace afresh {

/// The files of the revision at this place, links and submodules left out, attributes not applied
/// (export-ignore, line endings). An error where there is no git, no repository, no such revision,
/// or no add-on in it, and where git takes too long.
[[nodiscard]] Result<AddonFiles> read_addon_at(const AddonLocation& place,
                                               const std::string& revision,
                                               const Patience& patience = {});

}  // namespace afresh
