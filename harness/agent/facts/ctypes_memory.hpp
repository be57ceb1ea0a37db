// The bytes of an instance of ctypes, where they are its own. Which of them are pointers is read
// from the classes: an address says where something lies and not what it is, and is another in each
// process.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/python/passive.hpp"

namespace afresh::agent {

/// `bytes`, in which each byte of a pointer is 0xFF, or 0 where it leads nowhere. What it leads to
/// is found by its references (`_objects`), where ctypes keeps them. Empty where the memory belongs
/// to somebody else, or a Python `__buffer__` would have to run.
[[nodiscard]] py::Ref ctypes_memory(const py::PassiveReader& passive, PyObject* object);

}  // namespace afresh::agent
