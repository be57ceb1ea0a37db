// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/objects/classes.hpp"

#include <fmt/format.h>

namespace afresh::bpy {
namespace {

constexpr const char* kLink = "bl_rna";

/// A class of our Python part: has methods of its own, as Blender's has.
py::Ref library_class(const std::string& identifier) {
  for (const char* module : {"bpy_types", "_bpy_structs"}) {
    const auto found = runtime().modules.find(module);
    if (found == runtime().modules.end()) continue;
    PyObject* cls = PyDict_GetItemString(PyModule_GetDict(found->second.get()), identifier.c_str());
    if (cls != nullptr && PyType_Check(cls)) return py::borrow(cls);
  }
  return {};
}

py::Ref new_class(const StructType& type) {
  const py::Ref base = type.base ? python_class_for(type.base) : runtime().python.structure;
  py::Ref meta = py::borrow(reinterpret_cast<PyObject*>(Py_TYPE(base.get())));
  if (type.takes_properties && meta.get() == reinterpret_cast<PyObject*>(&PyType_Type)) {
    meta = runtime().python.meta;
  }
  const py::Ref dict = py::own(PyDict_New());
  py::check(PyDict_SetItemString(dict.get(), "__module__", py::make_str("bpy.types").get()));
  py::check(PyDict_SetItemString(dict.get(), "__slots__", py::own(PyTuple_New(0)).get()));
  return py::own(
      PyObject_CallFunction(meta.get(), "s(O)O", type.identifier.c_str(), base.get(), dict.get()));
}

}  // namespace

int set_on_type(PyObject* cls, PyObject* name, PyObject* value) {
  return reinterpret_cast<setattrofunc>(PyType_GetSlot(&PyType_Type, Py_tp_setattro))(cls, name,
                                                                                      value);
}

py::Ref python_class_for(const std::shared_ptr<StructType>& type) {
  if (type->python_class) return type->python_class;
  py::Ref cls = type->is_runtime ? py::Ref() : library_class(type->identifier);
  if (!cls) cls = new_class(*type);
  link_class(type, cls);
  return cls;
}

void link_class(const std::shared_ptr<StructType>& type, const py::Ref& cls) {
  // First this way: the object that describes a type is of a class that has a type itself.
  type->python_class = cls;
  py::check(
      set_on_type(cls.get(), py::make_str(kLink).get(), make_object(definition_place(type)).get()));
}

void unlink_class(PyObject* cls) {
  if (set_on_type(cls, py::make_str(kLink).get(), nullptr) < 0) PyErr_Clear();
}

std::shared_ptr<StructType> own_struct_type(PyObject* cls) {
  PyObject* stored = PyDict_GetItemString(runtime().passive.class_dict(cls), kLink);
  const RnaPlace* place = stored == nullptr ? nullptr : place_in(stored);
  const auto* type =
      place == nullptr ? nullptr : std::get_if<std::shared_ptr<StructType>>(&place->definition);
  return type == nullptr ? nullptr : *type;
}

std::shared_ptr<StructType> require_struct_type(PyObject* cls, const std::string& prefix) {
  const py::Ref stored = py::steal(PyObject_GetAttrString(cls, kLink));
  const std::string meta = type_name(cls);
  if (!stored) {
    PyErr_Clear();
    py::raise(
        PyExc_RuntimeError,
        fmt::format("{}{} missing bl_rna attribute from '{}' instance (may not be registered)",
                    prefix, is_newer() ? "" : ",", meta));
  }
  const RnaPlace* place = place_in(stored.get());
  const auto* type =
      place == nullptr ? nullptr : std::get_if<std::shared_ptr<StructType>>(&place->definition);
  if (type == nullptr) {
    py::raise(PyExc_TypeError, fmt::format("{}, bl_rna attribute wrong type '{}' on '{}'' instance",
                                           prefix, type_name(stored.get()), meta));
  }
  return *type;
}

bool is_link_of_class(PyObject* object) {
  const RnaPlace* place = place_in(object);
  return place != nullptr && std::holds_alternative<std::shared_ptr<StructType>>(place->definition);
}

std::shared_ptr<StructType> target_type(const RnaProperty& property) {
  if (!property.is_runtime) return runtime().types.find(property.target_name);
  std::shared_ptr<StructType> target = property.target.lock();
  return target && !target->is_freed ? target : nullptr;
}

bool is_link(const RnaProperty& property) {
  if (property.type != PropertyType::kPointer) return false;
  const std::shared_ptr<StructType> target = target_type(property);
  return target && target->is_a("ID");
}

}  // namespace afresh::bpy
