// Stored values: a tree by name that knows nothing of definitions, so that what a user set outlives
// the add-on that defined it. Blender calls it ID properties.
// Source of the rules: the behaviour of Blender 3.4.1 (tests/conformance).
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace afresh::bpy {

struct Group;
struct StructInstance;

using GroupList = std::vector<std::shared_ptr<Group>>;
/// A reference to a data-block, which may be gone.
using StructLink = std::weak_ptr<StructInstance>;
/// Truth values and enumerations are stored as numbers.
using Stored = std::variant<int, double, std::string, std::vector<int>, std::vector<double>,
                            std::shared_ptr<Group>, std::shared_ptr<GroupList>, StructLink>;

/// Values by name, in the order in which they were first set. Shared by whoever looks at it.
struct Group {
  std::vector<std::pair<std::string, Stored>> entries;

  [[nodiscard]] Stored* find(std::string_view name);
  void set(std::string_view name, Stored value);
  /// Whether it was there.
  bool erase(std::string_view name);
};

/// A copy that shares nothing with the original.
[[nodiscard]] std::shared_ptr<Group> deep_copy(const Group& group);

}  // namespace afresh::bpy
