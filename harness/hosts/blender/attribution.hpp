// Whose a registration is: noted when it was made, else new after an add-on's code ran, else as the
// registered object itself says.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

#include "harness/hosts/blender/owners.hpp"
#include "harness/hosts/blender/runtime.hpp"

namespace afresh::blender {

/// The add-on, or empty for Blender's own and for what says nothing.
[[nodiscard]] std::string owner_of(const Runtime& runtime, const Registry& registry,
                                   const Entry& entry);

/// Whether a function or class says that it is of a module that was there before any add-on.
[[nodiscard]] bool is_blenders_code(const Runtime& runtime, const Entry& entry);

/// While it lives, what an add-on's code registers is that add-on's.
class Attribution {
 public:
  /// `look(addon)`: what is new since the last look belongs to this add-on.
  using Look = std::function<void(const std::string& addon)>;
  Attribution(Look look, std::string addon);
  ~Attribution();
  Attribution(const Attribution&) = delete;
  Attribution& operator=(const Attribution&) = delete;

 private:
  Look look_;
  std::string addon_;
};

}  // namespace afresh::blender
