// The functions of `hostapi`, by concern, as tables. Each takes the capsule as `self`; between C
// and C++ stands one adapter, so that no exception crosses.
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "harness/hosts/plain/parts.hpp"

namespace afresh::plain {

/// The tables live as long as the process.
[[nodiscard]] std::span<const PyMethodDef> class_functions();
[[nodiscard]] std::span<const PyMethodDef> property_functions();
[[nodiscard]] std::span<const PyMethodDef> event_functions();

/// Makes a C function of one that takes the host and its argument (METH_O), or a tuple of them.
template <py::Ref (*Body)(HostParts&, PyObject*)>
PyObject* from_python(PyObject* capsule, PyObject* argument) {
  return py::guarded([&] { return Body(get_host_parts(capsule), argument); });
}

/// A pointer or collection must point at a registered property group, else TypeError, with `call`
/// before it as in `register_class(Settings)`.
void check_target(const HostParts& parts, const std::string& call, const std::string& name,
                  const py::Ref& property);

}  // namespace afresh::plain
