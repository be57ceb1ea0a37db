// Names, modules and namespaces of classes and functions, read without running Python code: through
// the descriptors of the builtin types, so that neither a metaclass nor `__getattr__` is asked.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "harness/python/ref.hpp"

namespace afresh::plain {

class Passive {
 public:
  /// Borrows its descriptors from `type` and its notion of a function from `types`.
  Passive();

  /// `__name__` of a class, whatever its metaclass says.
  [[nodiscard]] std::string class_name(PyObject* cls) const;
  /// `__name__` of a class or function (that of a bound method's function), else of the type.
  [[nodiscard]] std::string name_of(PyObject* object) const;
  /// First dotted part of the module that a class, a function or the class of an instance says it
  /// comes from; empty where nothing says so (builtins).
  [[nodiscard]] std::string top_module_of(PyObject* object) const;
  /// Tuple of classes.
  [[nodiscard]] py::Ref mro_of(PyObject* cls) const;
  /// What the namespace of this very class holds under the name; empty when nothing.
  [[nodiscard]] py::Ref own_item(PyObject* cls, const char* name) const;

 private:
  [[nodiscard]] py::Ref function_of(PyObject* object) const;

  py::Ref type_name_;
  py::Ref type_namespace_;
  py::Ref type_mro_;
  py::Ref function_type_;
  py::Ref method_type_;
};

/// `demo` of `demo.sub.mod`.
[[nodiscard]] std::string first_part(const std::string& dotted);

}  // namespace afresh::plain
