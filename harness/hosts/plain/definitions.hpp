// Which properties the two data-blocks have, and who defined them. Values are not kept here: they
// stay in the document when a definition goes.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/python/ref.hpp"
#include "harness/values/case.hpp"

namespace afresh::plain {

enum class DataBlock { kScene, kObject };

/// `Scene`, as the type is called.
[[nodiscard]] const char* name_of(DataBlock block);

struct PropertyDefinition {
  DataBlock block{};
  std::string name;
  py::Ref property;
  std::string owner;

  /// `Scene.count`
  [[nodiscard]] std::string label() const { return std::string(name_of(block)) + "." + name; }
};

class PropertyDefinitions {
 public:
  /// Empty when there is none.
  [[nodiscard]] py::Ref find(DataBlock block, const std::string& name) const;
  /// A taken name is a ValueError where names are strict, else replaced in its place. Gives back
  /// the property that was replaced, for the caller to let go of.
  [[nodiscard]] py::Ref add(PropertyDefinition definition, TakenNames taken_names);
  /// KeyError when there is none. Gives the property back.
  [[nodiscard]] py::Ref remove(DataBlock block, const std::string& name);

  [[nodiscard]] const std::vector<PropertyDefinition>& entries() const { return entries_; }

 private:
  [[nodiscard]] std::vector<PropertyDefinition>::iterator at(DataBlock block,
                                                             const std::string& name);
  std::vector<PropertyDefinition> entries_;
};

}  // namespace afresh::plain
