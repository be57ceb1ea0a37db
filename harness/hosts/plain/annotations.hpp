// The properties that a class declares as annotations, its bases' included. Reads what is stored
// and evaluates nothing: an annotation that is a text (PEP 563) declares no property.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/hosts/names.hpp"

namespace afresh::plain {

struct NamedProperty {
  std::string name;
  py::Ref property;
};

/// In the order of the MRO and, within a class, of its source; of one name only the first.
[[nodiscard]] std::vector<NamedProperty> annotated_properties(const py::PassiveReader& passive,
                                                              const py::Ref& property_type,
                                                              PyObject* cls);

}  // namespace afresh::plain
