// The heap types that `hostapi` shows. Bases and markers without behaviour; the rest is described
// where it is implemented. Python's own `type` is the metaclass of all of them.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/python/ref.hpp"

namespace afresh::plain {

struct HostTypes {
  /// Bases of what add-ons register.
  py::Ref operator_base;
  py::Ref panel_base;
  py::Ref group_base;
  /// A declaration of a value.
  py::Ref property;
  /// The data-blocks that take properties, and what their attributes give.
  py::Ref scene;
  py::Ref object;
  py::Ref group_view;
  py::Ref collection_view;
  /// The subclass of `list` that handlers are kept in.
  py::Ref handler_list;
};

[[nodiscard]] HostTypes make_types();

}  // namespace afresh::plain
