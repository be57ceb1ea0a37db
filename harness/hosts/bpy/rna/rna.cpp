// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/rna/rna.hpp"

#include <algorithm>

namespace afresh::bpy {

const char* name_of(PropertyType type) {
  switch (type) {
    case PropertyType::kBoolean: return "BOOLEAN";
    case PropertyType::kInt: return "INT";
    case PropertyType::kFloat: return "FLOAT";
    case PropertyType::kString: return "STRING";
    case PropertyType::kEnum: return "ENUM";
    case PropertyType::kPointer: return "POINTER";
    case PropertyType::kCollection: return "COLLECTION";
  }
  return "";
}

int RnaFunction::argument_count() const {
  const auto inputs = std::count_if(parameters.begin(), parameters.end(),
                                    [](const Parameter& each) { return !each.is_output; });
  return static_cast<int>(inputs) + 1;
}

int RnaFunction::least_argument_count() const {
  const auto optional = std::find_if(parameters.begin(), parameters.end(),
                                     [](const Parameter& each) { return each.is_optional; });
  const auto inputs = std::count_if(parameters.begin(), optional,
                                    [](const Parameter& each) { return !each.is_output; });
  return static_cast<int>(inputs) + 1;
}

std::shared_ptr<RnaProperty> StructType::find_own_property(std::string_view property) const {
  const auto found = std::find_if(properties.rbegin(), properties.rend(),
                                  [&](const auto& each) { return each->identifier == property; });
  return found == properties.rend() ? nullptr : *found;
}

std::shared_ptr<RnaProperty> StructType::find_property(std::string_view property) const {
  for (const StructType* type = this; type != nullptr; type = type->base.get()) {
    if (auto found = type->find_own_property(property)) return found;
    if (!type->arguments) continue;
    if (auto found = type->arguments->find_own_property(property)) return found;
  }
  return nullptr;
}

std::vector<std::shared_ptr<RnaProperty>> StructType::all_properties() const {
  std::vector<std::shared_ptr<RnaProperty>> all = base ? base->all_properties() : decltype(all){};
  for (const auto& own : properties) {
    // Blender keeps one description of the type for each struct; all others are kept side by side.
    const auto same = std::find_if(all.begin(), all.end(), [&](const auto& each) {
      return each->identifier == own->identifier && own->identifier == "rna_type";
    });
    if (same == all.end()) {
      all.push_back(own);
    } else {
      *same = own;
    }
  }
  return all;
}

bool StructType::is_a(std::string_view struct_identifier) const {
  for (const StructType* type = this; type != nullptr; type = type->base.get()) {
    if (type->identifier == struct_identifier && !type->is_runtime) return true;
  }
  return false;
}

}  // namespace afresh::bpy
