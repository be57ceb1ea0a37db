// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/objects/place.hpp"

#include <fmt/format.h>

#include <type_traits>

#include "harness/hosts/bpy/objects/classes.hpp"
#include "harness/hosts/bpy/objects/python_object.hpp"

namespace afresh::bpy {
namespace {

const char* struct_of(PropertyType type) {
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

const void* Place::identity() const {
  return std::visit(
      [&](const auto& about) -> const void* {
        if constexpr (std::is_same_v<std::decay_t<decltype(about)>, std::monostate>) {
          return group.get();
        } else {
          return about.get();
        }
      },
      subject);
}

Place place_of(const RecordRef& record) {
  return {record->type, record, record->custom, {}, record->path};
}

Place place_about(const std::shared_ptr<StructType>& type) {
  Place place;
  place.type = runtime().types.built_in("Struct");
  place.subject = type;
  return place;
}

Place place_about(const std::shared_ptr<Property>& property) {
  Place place;
  place.type = runtime().types.built_in(struct_of(property->type));
  place.subject = property;
  return place;
}

py::Ref make_object(Place place) {
  const py::Ref cls = class_of(place.type);
  return new_object(cls, std::move(place));
}

py::Ref make_object_or_none(const RecordRef& record) {
  return record ? make_object(place_of(record)) : py::borrow(Py_None);
}

const Place* place_in(PyObject* object) {
  const auto* base = reinterpret_cast<PyTypeObject*>(runtime().python.structure.get());
  if (PyType_IsSubtype(Py_TYPE(object), const_cast<PyTypeObject*>(base)) == 0) return nullptr;
  return &value_in<Place>(object);
}

void check_is_there(const Place& place) {
  if (place.record && place.record->is_removed) {
    py::raise(PyExc_ReferenceError,
              fmt::format("StructRNA of type {} has been removed", place.record->type->identifier));
  }
}

}  // namespace afresh::bpy
