// Calling operators by id, as `bpy.ops` does from a script.
// Source of steps and words: Blender 3.4.1 (tests/conformance, cases reg-op-* and prop-operator).
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "harness/hosts/bpy/objects/rna_place.hpp"

namespace afresh::bpy {

/// Runs a registered operator with these keywords (a dictionary) and gives the set that it
/// returned. `invoked`: through `invoke()` where it has one. RuntimeError for what it raises,
/// reports as an error or refuses in `poll()`, TypeError for keywords that do not fit.
[[nodiscard]] py::Ref call_operator(const std::shared_ptr<StructType>& type, PyObject* keywords,
                                    bool invoked);
/// What its `poll()` says; true where it has none.
[[nodiscard]] bool poll_operator(const std::shared_ptr<StructType>& type);

/// `self.report({'ERROR'}, "text")` of the operator that runs.
void add_report(PyObject* types, const std::string& message);

}  // namespace afresh::bpy
