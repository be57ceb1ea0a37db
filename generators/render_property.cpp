// SPDX-License-Identifier: MIT
#include "generators/render_property.hpp"

#include <fmt/format.h>

#include "generators/render_names.hpp"

namespace afresh::generators {

std::string property_expression(const PackageModel& model, const Module& user,
                                const Property& property) {
  switch (property.kind) {
    case PropertyKind::kInt: return fmt::format("hostapi.Int(default={})", property.number);
    case PropertyKind::kFloat: return fmt::format("hostapi.Float(default={}.5)", property.number);
    case PropertyKind::kBool:
      return fmt::format("hostapi.Bool(default={})", property.number % 2 == 0 ? "False" : "True");
    case PropertyKind::kString:
      return fmt::format("hostapi.String(default='s{}')", property.number);
    case PropertyKind::kPointer:
      return fmt::format("hostapi.Pointer({})", name_in(model, user, property.target));
    case PropertyKind::kCollection:
      return fmt::format("hostapi.Collection({})", name_in(model, user, property.target));
  }
  return {};
}

}  // namespace afresh::generators
