// Blender's own classes as they were before any add-on. To see what was put on one, only the sizes
// of namespaces are compared: reading more would copy pages in each forked process.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <unordered_set>
#include <vector>

#include "harness/python/passive.hpp"

namespace afresh::blender {

/// All pointers are borrowed from classes that live as long as Blender.
struct BuiltInClass {
  PyObject* cls;
  PyObject* dict;
  Py_ssize_t size;        ///< of the namespace then
  bool takes_properties;  ///< a property that is set on it becomes part of Blender's own type
  bool is_drawn;          ///< a menu, panel, header or list
  PyObject* draw;         ///< its own, as it was then, or null
  PyObject* engines;      ///< set of render engines that it is shown for, or null
  std::vector<std::string> engine_names = {};
};

class BuiltInClasses {
 public:
  BuiltInClasses() = default;
  /// Looks at all classes below `bpy_struct`; they must all have been made.
  BuiltInClasses(const py::PassiveReader& passive, PyObject* types);

  [[nodiscard]] const std::vector<BuiltInClass>& all() const { return all_; }

  /// A property that an add-on defined on a class of Blender's own.
  struct Defined {
    const BuiltInClass& on;
    PyObject* name;
    PyObject* declaration;  ///< `_PropertyDeferred`
  };
  /// Calls `see` for each; a marker that defines nothing is left out.
  void each_property(const std::function<void(const Defined&)>& see) const;

  [[nodiscard]] bool is_declaration(PyObject* object) const {
    return Py_TYPE(object) == declaration_type_;
  }

 private:
  void add(const py::PassiveReader& passive, PyObject* cls, PyObject* types);
  std::vector<BuiltInClass> all_;
  std::vector<py::Ref> kept_;
  std::unordered_set<PyObject*> own_declarations_;  ///< of Blender's own Python part
  PyTypeObject* declaration_type_ = nullptr;
};

/// Whether Blender's own type behind a class has a property of this name.
[[nodiscard]] bool has_property(PyObject* class_dict, PyObject* name);

}  // namespace afresh::blender
