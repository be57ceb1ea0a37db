// Says what is wrong with a model, in sentences. The tests' yardstick for building, editing and
// shrinking; it looks at the graph as Python will see it and not at the order of the model.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "generators/model.hpp"

namespace afresh::generators {

/// One sentence for each fault; empty when the model is valid: a tree with the root last, unique
/// names, every reference resolved and imported, no module that needs itself to load, imports
/// without circle.
[[nodiscard]] std::vector<std::string> find_problems(const PackageModel& model);

}  // namespace afresh::generators
