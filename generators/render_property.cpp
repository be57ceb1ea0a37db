// SPDX-License-Identifier: MIT
#include "generators/render_property.hpp"

#include "generators/host_syntax.hpp"
#include "generators/render_names.hpp"

namespace afresh::generators {

std::string property_expression(const PackageModel& model, const Module& user,
                                const Property& property) {
  const std::string target =
      points(property.kind) ? name_in(model, user, property.target) : std::string();
  return property_declaration(model.host, property, target);
}

}  // namespace afresh::generators
