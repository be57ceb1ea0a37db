// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/objects/access.hpp"

#include <fmt/format.h>

#include "harness/hosts/bpy/objects/array.hpp"
#include "harness/hosts/bpy/objects/classes.hpp"
#include "harness/hosts/bpy/objects/collection.hpp"
#include "harness/hosts/bpy/objects/convert.hpp"
#include "harness/hosts/bpy/objects/enums.hpp"

namespace afresh::bpy {
namespace {

py::Ref call_callback(const RnaPlace& place, const py::Ref& function, PyObject* argument) {
  const py::Ref self = make_object(place);
  return py::own(PyObject_CallFunctionObjArgs(function.get(), self.get(), argument, nullptr));
}

/// What is stored and fits; else the default, without storing it.
Stored read(const RnaPlace& place, const RnaProperty& property) {
  Group& values = value_group(place, property);
  if (property.callbacks.get) {
    try {
      const py::Ref result = call_callback(place, property.callbacks.get, nullptr);
      // The words of a failed conversion are those of Python's own conversions there.
      if (property.type == PropertyType::kInt && property.array_length == 0) {
        const long number = PyLong_AsLong(result.get());
        if (number == -1 && PyErr_Occurred() != nullptr) py::throw_current();
        return static_cast<int>(number);
      }
      if (property.type == PropertyType::kEnum) {
        const long number = PyLong_AsLong(result.get());
        if (number == -1 && PyErr_Occurred() != nullptr) py::throw_current();
        return static_cast<int>(number);
      }
      return to_stored(place, property, result.get(), "get:");
    } catch (const py::PythonError& error) {
      print_callback_error(error, property.callbacks.get);
      RnaProperty plain;
      plain.type = property.type;
      plain.array_length = property.array_length;
      return stored_default(plain);
    }
  }
  if (const Stored* stored = values.find(property.identifier)) {
    if (fits(property, *stored)) return *stored;
    values.erase(property.identifier);
  }
  return stored_default(property);
}

py::Ref number_or_truth(const RnaProperty& property, int value) {
  if (property.type == PropertyType::kBoolean) return py::own(PyBool_FromLong(value));
  return py::own(PyLong_FromLong(value));
}

py::Ref choice(const RnaPlace& place, const RnaProperty& property, int value) {
  const EnumItems items = items_at(place, property);
  if (property.is_enum_flag) return set_of_value(items, value);
  const EnumItem* item = find_item(items, value);
  return py::make_str(item == nullptr ? std::string() : item->identifier);
}

std::string path_below(const RnaPlace& place, const std::string& name) {
  return place.path.empty() ? std::string() : place.path + "." + name;
}

py::Ref pointed_at(const RnaPlace& place, const RnaProperty& property) {
  if (place.is_record() && !property.is_runtime) {
    const auto found = place.record->links.find(property.identifier);
    return make_object_or_none(found == place.record->links.end() ? nullptr : found->second);
  }
  const std::shared_ptr<StructType> target = target_type(property);
  if (!target) {
    report_violation(
        fmt::format("{}.{} points to a property group that was unregistered; Blender 3.4 reads "
                    "freed memory here",
                    place.type->identifier, property.identifier));
  }
  Group& values = value_group(place, property);
  Stored stored = read(place, property);
  // Blender makes an entry as soon as a pointer is touched.
  if (values.find(property.identifier) == nullptr) values.set(property.identifier, stored);
  if (const auto* link = std::get_if<StructLink>(&stored)) {
    const StructRef record = link->lock();
    return make_object_or_none(record && !record->is_removed ? record : nullptr);
  }
  RnaPlace inner = place;
  inner.type = target;
  inner.group = std::get<std::shared_ptr<Group>>(stored);
  inner.path = path_below(place, property.identifier);
  return make_object(inner);
}

}  // namespace

Group& value_group(const RnaPlace& place, const RnaProperty& property) {
  if (place.is_record() && !property.is_runtime) return *place.record->built_in;
  return *place.group;
}

std::shared_ptr<GroupList> list_at(const RnaPlace& place, const RnaProperty& property) {
  Group& values = value_group(place, property);
  if (const Stored* stored = values.find(property.identifier)) {
    if (const auto* list = std::get_if<std::shared_ptr<GroupList>>(stored)) return *list;
    values.erase(property.identifier);
  }
  return nullptr;
}

py::Ref get_property(const RnaPlace& place, const std::shared_ptr<RnaProperty>& property) {
  check_is_there(place);
  if (property->type == PropertyType::kPointer) return pointed_at(place, *property);
  if (property->type == PropertyType::kCollection) return make_collection(place, property);
  if (property->array_length > 0) return make_array(place, property);
  const Stored stored = read(place, *property);
  if (property->type == PropertyType::kEnum) {
    return choice(place, *property, std::get<int>(stored));
  }
  if (const int* number = std::get_if<int>(&stored)) return number_or_truth(*property, *number);
  if (const double* number = std::get_if<double>(&stored)) {
    return py::own(PyFloat_FromDouble(*number));
  }
  return py::make_str(std::get<std::string>(stored));
}

void set_property(const RnaPlace& place, const RnaProperty& property, PyObject* value) {
  check_is_there(place);
  const bool has_no_way = property.callbacks.get && !property.callbacks.set;
  const bool is_whole = property.type == PropertyType::kCollection ||
                        (property.type == PropertyType::kPointer && !is_link(property));
  if (property.is_readonly || has_no_way || is_whole || value == nullptr) {
    py::raise(PyExc_AttributeError,
              fmt::format("bpy_struct: attribute \"{}\" from \"{}\" is read-only",
                          property.identifier, place.type->identifier));
  }
  Stored stored = to_stored(place, property, value, kAssigning);
  if (property.callbacks.set) {
    try {
      py::Ref converted = py::borrow(value);
      if (property.type == PropertyType::kEnum) {
        converted = py::own(PyLong_FromLong(std::get<int>(stored)));
      }
      (void)call_callback(place, property.callbacks.set, converted.get());
    } catch (const py::PythonError& error) {
      print_callback_error(error, property.callbacks.set);
    }
  } else if (place.is_record() && !property.is_runtime &&
             std::holds_alternative<StructLink>(stored)) {
    place.record->links[property.identifier] = std::get<StructLink>(stored).lock();
  } else if (place.is_record() && property.identifier == "name" && !property.is_runtime) {
    runtime().database.rename(place.record, std::get<std::string>(stored));
  } else {
    value_group(place, property).set(property.identifier, std::move(stored));
  }
  notify(place, property);
}

void unset_property(const RnaPlace& place, const RnaProperty& property) {
  check_is_there(place);
  value_group(place, property).erase(property.identifier);
}

bool is_set(const RnaPlace& place, const RnaProperty& property) {
  check_is_there(place);
  return value_group(place, property).find(property.identifier) != nullptr;
}

void notify(const RnaPlace& place, const RnaProperty& property) {
  // The callback may remove the property, and with it its own last reference.
  const py::Ref function = property.callbacks.update;
  if (!function) return;
  try {
    const py::Ref context = make_object(record_place(runtime().database.context()));
    (void)call_callback(place, function, context.get());
  } catch (const py::PythonError& error) {
    print_callback_error(error, function);
  }
}

void report_violation(const std::string& what) {
  runtime().ledger.note(kViolation, what, runtime().ledger.origin());
  py::raise(PyExc_RuntimeError, "bpy: " + what);
}

}  // namespace afresh::bpy
