// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/objects/rna_place.hpp"

#include <fmt/format.h>

#include <type_traits>

#include "harness/hosts/bpy/objects/classes.hpp"
#include "harness/hosts/bpy/objects/python_object.hpp"

namespace afresh::bpy {
namespace {

const char* struct_name(PropertyType type) {
  switch (type) {
    case PropertyType::kBoolean: return "BoolProperty";
    case PropertyType::kInt: return "IntProperty";
    case PropertyType::kFloat: return "FloatProperty";
    case PropertyType::kString: return "StringProperty";
    case PropertyType::kEnum: return "EnumProperty";
    case PropertyType::kPointer: return "PointerProperty";
    case PropertyType::kCollection: return "CollectionProperty";
  }
  return "Property";
}

}  // namespace

const void* RnaPlace::identity() const {
  return std::visit(
      [&](const auto& about) -> const void* {
        if constexpr (std::is_same_v<std::decay_t<decltype(about)>, std::monostate>) {
          return group.get();
        } else {
          return about.get();
        }
      },
      definition);
}

RnaPlace record_place(const StructRef& record) {
  return {record->type, record, record->custom, {}, record->path};
}

RnaPlace definition_place(const std::shared_ptr<StructType>& type) {
  RnaPlace place;
  place.type = runtime().types.built_in("Struct");
  place.definition = type;
  return place;
}

RnaPlace definition_place(const std::shared_ptr<RnaProperty>& property) {
  RnaPlace place;
  place.type = runtime().types.built_in(struct_name(property->type));
  place.definition = property;
  return place;
}

py::Ref make_object(RnaPlace place) {
  const py::Ref cls = python_class_for(place.type);
  return new_object(cls, std::move(place));
}

py::Ref make_object_or_none(const StructRef& record) {
  return record ? make_object(record_place(record)) : py::borrow(Py_None);
}

const RnaPlace* place_in(PyObject* object) {
  const auto* base = reinterpret_cast<PyTypeObject*>(runtime().python.structure.get());
  if (PyType_IsSubtype(Py_TYPE(object), const_cast<PyTypeObject*>(base)) == 0) return nullptr;
  return &value_in<RnaPlace>(object);
}

void check_is_there(const RnaPlace& place) {
  if (place.record && place.record->is_removed) {
    py::raise(PyExc_ReferenceError,
              fmt::format("StructRNA of type {} has been removed", place.record->type->identifier));
  }
}

}  // namespace afresh::bpy
