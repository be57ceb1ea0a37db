// What classes, functions and modules are called in messages and in the ledger, and which add-on
// they say they come from. Runs no Python code.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "harness/python/passive.hpp"

namespace afresh::hosts {

/// `__name__` of a class or function (that of a bound method's function), else of the type.
[[nodiscard]] std::string name_of(const py::PassiveReader& passive, PyObject* object);

/// First dotted part of the module that a class, a function or the class of an instance says it
/// comes from; empty where nothing says so (builtins).
[[nodiscard]] std::string top_module_name(const py::PassiveReader& passive, PyObject* object);

/// `demo` of `demo.sub.mod`.
[[nodiscard]] std::string first_part(const std::string& dotted);
/// The add-on that a module belongs to: its first part, of Blender's extensions the first three
/// (`bl_ext.user_default.demo`).
[[nodiscard]] std::string addon_of_module(const std::string& dotted);

}  // namespace afresh::hosts
