// Model → files: the Python text of a package.
// The last stage of generation; deterministic, decides nothing, and knows no dice.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "generators/model.hpp"

namespace afresh::generators {

/// Path below the add-on folder (`demo/a/__init__.py`, or `demo.py` for a package that is a single
/// module) → content. The model must be valid.
[[nodiscard]] std::map<std::string, std::string> render_package(const PackageModel& model);

/// `demo/a/b.py`: where the module is laid out.
[[nodiscard]] std::string module_file(const PackageModel& model, const Module& module);

}  // namespace afresh::generators
