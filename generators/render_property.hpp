// The text of a host property, which both groups and registration write.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "generators/model.hpp"

namespace afresh::generators {

/// `hostapi.Int(default=3)`, `hostapi.Pointer(items.Item)`.
[[nodiscard]] std::string property_expression(const PackageModel& model, const Module& user,
                                              const Property& property);

}  // namespace afresh::generators
