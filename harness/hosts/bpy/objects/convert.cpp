// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/objects/convert.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "harness/hosts/bpy/objects/classes.hpp"
#include "harness/hosts/bpy/objects/enums.hpp"

namespace afresh::bpy {
namespace {

/// One conversion: what is asked, and how its messages begin.
struct Asked {
  const RnaPlace& place;
  const RnaProperty& property;
  const std::string& prefix;

  [[nodiscard]] std::string what() const {
    return place.type->identifier + "." + property.identifier;
  }
  [[noreturn]] void refuse(const char* expected, PyObject* value) const {
    PyErr_Clear();
    py::raise(PyExc_TypeError,
              fmt::format("{} {} expected {}, not {}", prefix, what(), expected, type_name(value)));
  }
};

template <typename Number>
Number clamped(const RnaProperty& property, Number value) {
  return static_cast<Number>(
      std::clamp(static_cast<double>(value), property.limits.hard_min, property.limits.hard_max));
}

int to_truth(const Asked& asked, PyObject* value) {
  const long number = PyLong_Check(value) ? PyLong_AsLong(value) : -1;
  if (number != 0 && number != 1) asked.refuse("True/False or 0/1", value);
  return static_cast<int>(number);
}

int to_int(const Asked& asked, PyObject* value) {
  const py::Ref index = py::steal(PyNumber_Index(value));
  if (!index) asked.refuse("an int type", value);
  int overflow = 0;
  const long number = PyLong_AsLongAndOverflow(index.get(), &overflow);
  if (overflow != 0 || number != static_cast<int>(number)) {
    py::raise(PyExc_ValueError,
              fmt::format("{} {} value not in 'int' range", asked.prefix, asked.what()));
  }
  return clamped(asked.property, static_cast<int>(number));
}

double to_float(const Asked& asked, PyObject* value) {
  const double number = PyFloat_AsDouble(value);
  if (number == -1.0 && PyErr_Occurred() != nullptr) asked.refuse("a float type", value);
  // Blender stores 32 bits.
  return static_cast<double>(static_cast<float>(clamped(asked.property, number)));
}

std::string to_text(const Asked& asked, PyObject* value) {
  if (value == Py_None) {
    py::raise(PyExc_TypeError, fmt::format("{} {} doesn't support None from string types",
                                           asked.prefix, asked.what()));
  }
  if (!PyUnicode_Check(value)) asked.refuse("a string type", value);
  std::string text = py::to_string(value);
  if (asked.property.text_limit > 0 &&
      text.size() >= static_cast<std::size_t>(asked.property.text_limit)) {
    text.resize(static_cast<std::size_t>(asked.property.text_limit) - 1);
  }
  return text;
}

int to_choice(const Asked& asked, PyObject* value) {
  if (asked.property.is_enum_flag) {
    return value_of_set(items_at(asked.place, asked.property), value, asked.prefix, asked.what());
  }
  if (!PyUnicode_Check(value)) {
    py::raise(PyExc_TypeError,
              fmt::format("{} expected a string enum, not {}", asked.prefix, type_name(value)));
  }
  const EnumItems items = items_at(asked.place, asked.property);
  const std::string identifier = py::to_string(value);
  if (const EnumItem* item = find_item(items, identifier)) return item->value;
  py::raise(PyExc_TypeError, fmt::format("{} enum \"{}\" not found in {}", asked.prefix, identifier,
                                         choices(items)));
}

template <typename Element, typename Convert>
std::vector<Element> to_elements(const Asked& asked, PyObject* value, Convert&& convert) {
  const py::Ref tuple = py::steal(PySequence_Tuple(value));
  if (!tuple) {
    PyErr_Clear();
    py::raise(PyExc_TypeError, fmt::format("{} {} expected a sequence, not {}", asked.prefix,
                                           asked.what(), type_name(value)));
  }
  const Py_ssize_t size = PyTuple_Size(tuple.get());
  if (size != asked.property.array_length) {
    py::raise(PyExc_ValueError,
              fmt::format("{} sequences of dimension 0 should contain {} items, not {}",
                          asked.prefix, asked.property.array_length, size));
  }
  std::vector<Element> elements;
  for (Py_ssize_t index = 0; index < size; ++index) {
    elements.push_back(convert(asked, PyTuple_GetItem(tuple.get(), index)));
  }
  return elements;
}

Stored to_link(const Asked& asked, PyObject* value) {
  if (value == Py_None && !asked.property.is_never_none) return StructLink();
  const std::shared_ptr<StructType> target = target_type(asked.property);
  const RnaPlace* place = place_in(value);
  const std::string expected =
      fmt::format("a {} type", target ? target->identifier : asked.property.target_name);
  if (place == nullptr || !place->is_record() || !target ||
      !place->type->is_a(target->identifier)) {
    asked.refuse(expected.c_str(), value);
  }
  return StructLink(place->record);
}

/// A default as it would be stored.
struct ToStored {
  const RnaProperty& property;
  Stored operator()(std::monostate) const {
    if (property.type == PropertyType::kCollection) return std::make_shared<GroupList>();
    if (property.type == PropertyType::kPointer && !is_link(property)) {
      return std::make_shared<Group>();
    }
    if (property.type == PropertyType::kPointer) return StructLink();
    if (property.type == PropertyType::kString) return std::string();
    return 0;
  }
  Stored operator()(const auto& value) const { return value; }
};

}  // namespace

Stored to_stored(const RnaPlace& place, const RnaProperty& property, PyObject* value,
                 const std::string& prefix) {
  const Asked asked{place, property, prefix};
  const bool is_array = property.array_length > 0;
  switch (property.type) {
    case PropertyType::kBoolean:
      if (is_array) return to_elements<int>(asked, value, to_truth);
      return to_truth(asked, value);
    case PropertyType::kInt:
      if (is_array) return to_elements<int>(asked, value, to_int);
      return to_int(asked, value);
    case PropertyType::kFloat:
      if (is_array) return to_elements<double>(asked, value, to_float);
      return to_float(asked, value);
    case PropertyType::kString: return to_text(asked, value);
    case PropertyType::kEnum: return to_choice(asked, value);
    case PropertyType::kPointer:
    case PropertyType::kCollection: break;
  }
  return to_link(asked, value);
}

bool fits(const RnaProperty& property, const Stored& stored) {
  const auto array_of = [&](const auto* array) {
    return array != nullptr && static_cast<int>(array->size()) == property.array_length;
  };
  switch (property.type) {
    case PropertyType::kBoolean:
    case PropertyType::kInt:
      if (property.array_length > 0) return array_of(std::get_if<std::vector<int>>(&stored));
      return std::holds_alternative<int>(stored);
    case PropertyType::kFloat:
      if (property.array_length > 0) return array_of(std::get_if<std::vector<double>>(&stored));
      return std::holds_alternative<double>(stored);
    case PropertyType::kString: return std::holds_alternative<std::string>(stored);
    case PropertyType::kEnum: return std::holds_alternative<int>(stored);
    case PropertyType::kPointer:
      if (is_link(property)) return std::holds_alternative<StructLink>(stored);
      return std::holds_alternative<std::shared_ptr<Group>>(stored);
    case PropertyType::kCollection:
      return std::holds_alternative<std::shared_ptr<GroupList>>(stored);
  }
  return false;
}

Stored stored_default(const RnaProperty& property) {
  return std::visit(ToStored{property}, property.default_value);
}

}  // namespace afresh::bpy
