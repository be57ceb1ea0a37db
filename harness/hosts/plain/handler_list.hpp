// `hostapi.handlers`: a list whose usual ways of adding and removing are noted in the ledger.
// Otherwise it behaves as any list, and never refuses what a list takes.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/python/ref.hpp"

namespace afresh::plain {

struct HostParts;

[[nodiscard]] py::Ref make_handler_list_type();
/// From now on the list notes into this host; null: nowhere (a host that goes away says so).
void bind_handler_list(PyObject* list, HostParts* host);

}  // namespace afresh::plain
