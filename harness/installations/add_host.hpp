// `afresh hosts add` and `remove`: a real Blender as the package `bpy` in an environment of its
// own. It is there whole, or not at all. SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "harness/installations/installation.hpp"
#include "harness/installations/surroundings.hpp"
#include "harness/values/result.hpp"

namespace afresh {

struct AddHost {
  std::string requirement;  ///< `bpy==5.0.*`
  int stop = -1;            ///< a descriptor that is readable once it is to end
  int shown_on = -1;        ///< a descriptor on which pip shows what it does
  std::function<void(const std::string&)> tell;  ///< gets a line before each thing that takes long
};

/// Find the newest version that is asked for and that a Python of this machine can run, install it
/// and import it once. The Blender of that name must not be there yet.
[[nodiscard]] Result<Installation> add_host(const AddHost& asked, const Surroundings& surroundings);

/// Remove the one of this name (`blender-5.0`) that `add_host` made.
[[nodiscard]] std::optional<Error> remove_host(const std::string& name,
                                               const Surroundings& surroundings);

}  // namespace afresh
