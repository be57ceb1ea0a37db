// One entry of a registry that differs, told alike in every load: what a control saw and a trial
// saw again can be recognised by it. SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <string>

#include "harness/values/object_ref.hpp"

namespace afresh {

struct RegistryChange {
  std::string root;         ///< label of the root: `hostapi.handlers`, `sys.path`
  bool is_missing = false;  ///< taken away, rather than there too much or changed
  bool is_order = false;    ///< all entries are there, in another order
  std::string key;          ///< `['key']`, where entries go by key
  ObjectRef entry = {};     ///< else what it is

  auto operator<=>(const RegistryChange&) const = default;
};

}  // namespace afresh
