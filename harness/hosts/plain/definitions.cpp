// SPDX-License-Identifier: MIT
#include "harness/hosts/plain/definitions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace afresh::plain {

const char* name_of(DataBlock block) { return block == DataBlock::kScene ? "Scene" : "Object"; }

std::vector<PropertyDefinition>::iterator PropertyDefinitions::at(DataBlock block,
                                                                  const std::string& name) {
  return std::find_if(entries_.begin(), entries_.end(), [&](const PropertyDefinition& each) {
    return each.block == block && each.name == name;
  });
}

py::Ref PropertyDefinitions::find(DataBlock block, const std::string& name) const {
  for (const PropertyDefinition& each : entries_) {
    if (each.block == block && each.name == name) return each.property;
  }
  return {};
}

py::Ref PropertyDefinitions::add(PropertyDefinition definition, TakenNames taken_names) {
  auto taken = at(definition.block, definition.name);
  if (taken == entries_.end()) {
    entries_.push_back(std::move(definition));
    return {};
  }
  if (taken_names == TakenNames::kStrict) {
    py::raise(PyExc_ValueError, fmt::format("define_property({}): the name '{}' is already defined",
                                            name_of(definition.block), definition.name));
  }
  std::swap(*taken, definition);
  return std::move(definition.property);
}

py::Ref PropertyDefinitions::remove(DataBlock block, const std::string& name) {
  auto found = at(block, name);
  if (found == entries_.end()) {
    py::raise(PyExc_KeyError, fmt::format("{}.{}", name_of(block), name));
  }
  py::Ref property = std::move(found->property);
  entries_.erase(found);
  return property;
}

}  // namespace afresh::plain
