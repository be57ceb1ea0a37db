// SPDX-License-Identifier: MIT
#include "harness/hosts/plain/passive.hpp"

namespace afresh::plain {
namespace {

py::Ref read(const py::Ref& descriptor, PyObject* object) {
  auto get =
      reinterpret_cast<descrgetfunc>(PyType_GetSlot(Py_TYPE(descriptor.get()), Py_tp_descr_get));
  return py::own(get(descriptor.get(), object, reinterpret_cast<PyObject*>(Py_TYPE(object))));
}

PyObject* as_object(PyTypeObject* type) { return reinterpret_cast<PyObject*>(type); }

}  // namespace

Passive::Passive() {
  py::Ref of_type = py::attribute(as_object(&PyType_Type), "__dict__");
  type_name_ = py::own(PyMapping_GetItemString(of_type.get(), "__name__"));
  type_namespace_ = py::own(PyMapping_GetItemString(of_type.get(), "__dict__"));
  type_mro_ = py::own(PyMapping_GetItemString(of_type.get(), "__mro__"));
  py::Ref types = py::import("types");
  function_type_ = py::attribute(types.get(), "FunctionType");
  method_type_ = py::attribute(types.get(), "MethodType");
}

std::string Passive::class_name(PyObject* cls) const {
  return py::to_string(read(type_name_, cls).get());
}

py::Ref Passive::mro_of(PyObject* cls) const { return read(type_mro_, cls); }

py::Ref Passive::own_item(PyObject* cls, const char* name) const {
  py::Ref items = read(type_namespace_, cls);
  py::Ref item = py::steal(PyMapping_GetItemString(items.get(), name));
  if (!item) PyErr_Clear();
  return item;
}

// Functions and bound methods cannot be subclassed, so the generic lookup meets only C descriptors.
py::Ref Passive::function_of(PyObject* object) const {
  py::Ref function = py::borrow(object);
  if (as_object(Py_TYPE(object)) == method_type_.get()) {
    py::Ref name = py::make_str("__func__");
    function = py::own(PyObject_GenericGetAttr(object, name.get()));
  }
  return as_object(Py_TYPE(function.get())) == function_type_.get() ? function : py::Ref();
}

std::string Passive::name_of(PyObject* object) const {
  if (PyType_Check(object)) return class_name(object);
  py::Ref function = function_of(object);
  if (!function) return class_name(as_object(Py_TYPE(object)));
  py::Ref name = py::make_str("__name__");
  return py::to_string(py::own(PyObject_GenericGetAttr(function.get(), name.get())).get());
}

std::string Passive::top_module_of(PyObject* object) const {
  py::Ref module;
  if (PyType_Check(object)) {
    module = own_item(object, "__module__");
  } else if (py::Ref function = function_of(object)) {
    py::Ref name = py::make_str("__module__");
    module = py::own(PyObject_GenericGetAttr(function.get(), name.get()));
  } else {
    module = own_item(as_object(Py_TYPE(object)), "__module__");
  }
  // Builtin types keep a descriptor there, or nothing.
  if (!module || !PyUnicode_Check(module.get())) return {};
  return first_part(py::to_string(module.get()));
}

std::string first_part(const std::string& dotted) { return dotted.substr(0, dotted.find('.')); }

}  // namespace afresh::plain
