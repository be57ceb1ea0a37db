// Which expectations ask an object that the case itself holds (`python held = demo.unit`). Pure.
// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "harness/values/case.hpp"

namespace afresh::engine {

/// The code of all `python` steps, a line each, for whoever finds out what it binds.
[[nodiscard]] std::string code_of_steps(const std::vector<Step>& steps);

/// Whether the Python expression has one of the names in it: not as an attribute, not in a text.
[[nodiscard]] bool mentions(std::string_view expression, const std::set<std::string>& names);

}  // namespace afresh::engine
