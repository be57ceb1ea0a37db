// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/registration/declaration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "harness/hosts/bpy/objects/classes.hpp"
#include "harness/hosts/bpy/objects/enums.hpp"
#include "harness/hosts/bpy/registration/declaration_tables.hpp"
#include "harness/python/entries.hpp"

namespace afresh::bpy {
namespace {

constexpr int kMaxElements = 32;

std::string listed(std::span<const char* const> names) {
  std::string text;
  for (const char* each : names) text += fmt::format("{}'{}'", text.empty() ? "" : ", ", each);
  return "(" + text + ")";
}

void check_choice(std::span<const char* const> names, const std::string& name, const char* what) {
  const bool is_known =
      std::any_of(names.begin(), names.end(), [&](const char* each) { return name == each; });
  if (!is_known) {
    py::raise(PyExc_ValueError, fmt::format("{}: '{}' not found in {}", what, name, listed(names)));
  }
}

/// Fills a property from the keywords of one call.
class Declaration {
 public:
  Declaration(const std::string& function, const py::Ref& keywords, const StructType& type)
      : function_(function), keywords_(keywords), type_(type), shape_(find_shape(function)) {}

  std::shared_ptr<RnaProperty> read(const std::string& identifier) {
    refuse_unknown();
    property_.identifier = property_.name = identifier;
    property_.type = shape_.type;
    property_.is_runtime = true;
    if (auto text = read_text("name")) property_.name = *text;
    if (auto text = read_text("description")) property_.description = *text;
    read_options();
    read_shape();
    read_limits();
    if (shape_.type == PropertyType::kEnum) {
      read_items();
    } else if (shape_.type == PropertyType::kPointer || shape_.type == PropertyType::kCollection) {
      read_target();
    } else {
      read_default();
    }
    read_callbacks();
    return std::make_shared<RnaProperty>(std::move(property_));
  }

 private:
  [[nodiscard]] PyObject* find(const char* keyword) const {
    return PyDict_GetItemString(keywords_.get(), keyword);
  }

  void refuse_unknown() const {
    py::for_each_item(keywords_.get(), [&](PyObject* key, PyObject*) {
      const std::string name = py::to_string(key);
      if (std::find(shape_.keywords.begin(), shape_.keywords.end(), name) ==
          shape_.keywords.end()) {
        py::raise(PyExc_TypeError,
                  fmt::format("'{}' is an invalid keyword argument for {}()", name, function_));
      }
    });
  }

  [[nodiscard]] std::optional<std::string> read_text(const char* keyword) const {
    PyObject* value = find(keyword);
    if (value == nullptr) return std::nullopt;
    if (!PyUnicode_Check(value)) {
      const auto place = std::find(shape_.keywords.begin(), shape_.keywords.end(), keyword);
      py::raise(PyExc_TypeError, fmt::format("{}() argument {} must be str, not {}", function_,
                                             place - shape_.keywords.begin() + 1,
                                             value == Py_None ? "None" : type_name(value)));
    }
    return py::to_string(value);
  }

  static int whole(PyObject* value) {
    const py::Ref index = py::own(PyNumber_Index(value));
    int overflow = 0;
    const long number = PyLong_AsLongAndOverflow(index.get(), &overflow);
    if (overflow > 0 || number > std::numeric_limits<int>::max()) {
      py::raise(PyExc_OverflowError, "signed integer is greater than maximum");
    }
    if (overflow < 0 || number < std::numeric_limits<int>::min()) {
      py::raise(PyExc_OverflowError, "signed integer is less than minimum");
    }
    return static_cast<int>(number);
  }

  static double real(PyObject* value) {
    const double number = PyFloat_AsDouble(value);
    if (number == -1.0 && PyErr_Occurred() != nullptr) py::throw_current();
    return number;
  }

  static int truth(PyObject* value) {
    const long number = PyLong_Check(value) ? PyLong_AsLong(value) : -1;
    if (number != 0 && number != 1) {
      py::raise(PyExc_ValueError,
                fmt::format("expected a bool or int (0/1), got {}", type_name(value)));
    }
    return static_cast<int>(number);
  }

  void read_options() {
    if (PyObject* options = find("options")) {
      if (!PyAnySet_Check(options)) {
        py::raise(PyExc_TypeError, fmt::format("expected a set, not {}", type_name(options)));
      }
      property_.options.clear();
      for (const py::Ref& each : runtime().passive.elements(options)) {
        const std::string name = py::to_string(each.get());
        check_choice(shape_options(shape_), name, "enum identifier set");
        property_.options.insert(name);
      }
    }
    property_.is_hidden = property_.options.contains("HIDDEN");
    property_.is_skip_save = property_.options.contains("SKIP_SAVE");
    property_.is_enum_flag = property_.options.contains("ENUM_FLAG");
    if (PyObject* tags = find("tags"); tags != nullptr && PyObject_Length(tags) > 0) {
      py::raise(PyExc_TypeError,
                fmt::format("property-tags not available for '{}'", type_.identifier));
    }
  }

  void read_shape() {
    if (auto subtype = read_text("subtype")) {
      check_choice(shape_subtypes(shape_), *subtype, "enum identifier");
      property_.subtype = *subtype;
    }
    if (auto unit = read_text("unit")) {
      check_choice(units(), *unit, "enum identifier");
      property_.unit = *unit;
    }
    if (PyObject* length = find("maxlen")) property_.text_limit = whole(length);
    if (!shape_.is_array) return;
    PyObject* size = find("size");
    property_.array_length = size == nullptr ? 3 : whole(size);
    if (property_.array_length < 1 || property_.array_length > kMaxElements) {
      py::raise(PyExc_TypeError, fmt::format("(size={}) must be between 1 and {}",
                                             property_.array_length, kMaxElements));
    }
  }

  void read_limits() {
    constexpr double kMaxFloat = std::numeric_limits<float>::max();
    if (shape_.type == PropertyType::kFloat) {
      property_.limits = {-kMaxFloat, kMaxFloat, -kMaxFloat, kMaxFloat};
    }
    Limits& limits = property_.limits;
    if (PyObject* value = find("min")) limits.hard_min = limits.soft_min = real(value);
    if (PyObject* value = find("max")) limits.hard_max = limits.soft_max = real(value);
    if (PyObject* value = find("soft_min")) limits.soft_min = real(value);
    if (PyObject* value = find("soft_max")) limits.soft_max = real(value);
  }

  template <typename Element, typename Convert>
  std::vector<Element> read_elements(PyObject* value, Convert&& convert) const {
    const py::Ref tuple = py::steal(PySequence_Tuple(value));
    if (!tuple) {
      PyErr_Clear();
      py::raise(PyExc_TypeError, fmt::format("{}(default=sequence)", function_));
    }
    const Py_ssize_t size = PyTuple_Size(tuple.get());
    if (size != property_.array_length) {
      py::raise(PyExc_TypeError,
                fmt::format("{}(default=sequence): invalid sequence length. expected {}, got {}",
                            function_, property_.array_length, size));
    }
    std::vector<Element> elements;
    for (Py_ssize_t index = 0; index < size; ++index) {
      elements.push_back(convert(PyTuple_GetItem(tuple.get(), index)));
    }
    return elements;
  }

  /// A default outside the limits is kept: only what is assigned later is clamped.
  void read_default() {
    PyObject* value = find("default");
    const auto size = static_cast<std::size_t>(property_.array_length);
    switch (shape_.type) {
      case PropertyType::kBoolean:
        if (shape_.is_array) {
          property_.default_value =
              value == nullptr ? std::vector<int>(size) : read_elements<int>(value, truth);
        } else {
          property_.default_value = value == nullptr ? 0 : truth(value);
        }
        break;
      case PropertyType::kInt:
        if (shape_.is_array) {
          property_.default_value =
              value == nullptr ? std::vector<int>(size) : read_elements<int>(value, whole);
        } else {
          property_.default_value = value == nullptr ? 0 : whole(value);
        }
        break;
      case PropertyType::kFloat:
        if (shape_.is_array) {
          property_.default_value = value == nullptr ? std::vector<double>(size)
                                                     : read_elements<double>(value, stored_real);
        } else {
          property_.default_value = value == nullptr ? 0.0 : stored_real(value);
        }
        break;
      default: property_.default_value = read_text("default").value_or(std::string()); break;
    }
  }

  /// As Blender stores it, in 32 bits.
  static double stored_real(PyObject* value) {
    return static_cast<double>(static_cast<float>(real(value)));
  }

  void read_items() {
    PyObject* items = find("items");
    if (items == nullptr) {
      py::raise(PyExc_TypeError, "EnumProperty() missing required argument 'items' (pos 2)");
    }
    PyObject* value = find("default");
    if (value == Py_None) value = nullptr;
    if (runtime().passive.is_function(items)) {
      check_count(items, 2,
                  "EnumProperty(...): expected 'items' function to take {} arguments, not {}",
                  PyExc_ValueError);
      property_.callbacks.items = py::borrow(items);
      if (value != nullptr && !PyLong_Check(value)) {
        py::raise(PyExc_TypeError,
                  "EnumProperty(...): 'default' can only be an integer when 'items' is a function");
      }
      property_.default_value = value == nullptr ? 0 : whole(value);
      return;
    }
    property_.items = parse_items(items, property_.is_enum_flag);
    property_.default_value = default_choice(value);
  }

  [[nodiscard]] int default_choice(PyObject* value) const {
    const EnumItems& items = property_.items;
    if (property_.is_enum_flag) {
      if (value == nullptr) return 0;
      if (!PyAnySet_Check(value)) {
        py::raise(PyExc_TypeError,
                  fmt::format("EnumProperty(...): default option must be a 'set' type when "
                              "ENUM_FLAG is enabled, not a '{}'",
                              type_name(value)));
      }
      int flags = 0;
      int unused = 0;
      for (const py::Ref& each : runtime().passive.elements(value)) {
        const EnumItem* item = find_item(items, py::to_string(each.get()));
        item == nullptr ? ++unused : flags |= item->value;
      }
      if (unused > 0) {
        py::raise(
            PyExc_TypeError,
            fmt::format("EnumProperty(..., default={{...}}): set has {} unused member(s)", unused));
      }
      return flags;
    }
    if (value == nullptr) return items.empty() ? 0 : items.front().value;
    const EnumItem* item = nullptr;
    std::string shown;
    if (PyUnicode_Check(value)) {
      item = find_item(items, py::to_string(value));
      shown = fmt::format("'{}'", py::to_string(value));
    } else if (PyLong_Check(value)) {
      item = find_item(items, whole(value));
      shown = fmt::format("{}", whole(value));
    } else {
      py::raise(PyExc_TypeError,
                fmt::format("EnumProperty(...): default option must be a 'str' or 'int' type when "
                            "ENUM_FLAG is disabled, not a '{}'",
                            type_name(value)));
    }
    if (item == nullptr) {
      py::raise(PyExc_TypeError,
                fmt::format("EnumProperty(..., default={}): not found in enum members", shown));
    }
    return item->value;
  }

  void read_target() {
    const bool is_pointer = shape_.type == PropertyType::kPointer;
    const std::string call = function_ + (is_pointer ? "(...)" : "(...):");
    PyObject* target = find("type");
    if (target == nullptr) {
      py::raise(PyExc_TypeError,
                fmt::format("{}() missing required argument 'type' (pos 2)", function_));
    }
    std::shared_ptr<StructType> type;
    try {
      if (!PyType_Check(target)) {
        py::raise(PyExc_TypeError, fmt::format("expected a type, not {}", type_name(target)));
      }
      type = own_or_inherited(target);
    } catch (const py::PythonError& error) {
      py::raise(PyExc_TypeError, fmt::format("{} expected an RNA type, failed with: {}: {}", call,
                                             error.type(), error.message()));
    }
    const bool is_group = type->is_a("PropertyGroup");
    if (!is_group && (!is_pointer || !type->is_a("ID"))) {
      py::raise(PyExc_TypeError, fmt::format("{} expected an RNA type derived from {}", call,
                                             is_pointer ? "PropertyGroup or ID" : "PropertyGroup"));
    }
    if (!is_group && type_.is_a("Operator")) {
      py::raise(PyExc_TypeError, fmt::format("{} '{}' doesn't support data-block properties", call,
                                             type_.identifier));
    }
    property_.target = type;
    property_.target_name = type->identifier;
  }

  /// The class itself must be registered: what its bases are does not help.
  static std::shared_ptr<StructType> own_or_inherited(PyObject* cls) {
    if (auto own = own_struct_type(cls)) return own;
    py::raise(PyExc_RuntimeError,
              fmt::format(", missing bl_rna attribute from '{}' instance (may not be registered)",
                          type_name(cls)));
  }

  static void check_count(PyObject* function, int count, const char* words, PyObject* error) {
    const py::FunctionFields fields = runtime().passive.function_fields(function);
    const py::Ref actual = py::attribute(fields.code, "co_argcount");
    const long number = PyLong_AsLong(actual.get());
    if (number != count) py::raise(error, fmt::format(fmt::runtime(words), count, number));
  }

  void read_callback(const char* keyword, int count, py::Ref& into) const {
    PyObject* value = find(keyword);
    if (value == nullptr || value == Py_None) return;
    if (!runtime().passive.is_function(value)) {
      py::raise(PyExc_TypeError, fmt::format("{} keyword: expected a function type, not a {}",
                                             keyword, type_name(value)));
    }
    check_count(value, count,
                (std::string(keyword) + " keyword: expected a function taking {} arguments, not {}")
                    .c_str(),
                PyExc_TypeError);
    into = py::borrow(value);
  }

  void read_callbacks() {
    Callbacks& callbacks = property_.callbacks;
    read_callback("update", 2, callbacks.update);
    read_callback("get", 1, callbacks.get);
    read_callback("set", 2, callbacks.set);
    read_callback("poll", 2, callbacks.poll);
  }

  const std::string& function_;
  const py::Ref& keywords_;
  const StructType& type_;
  const Shape& shape_;
  RnaProperty property_;
};

}  // namespace

std::shared_ptr<RnaProperty> property_from(const std::string& function, const std::string& name,
                                           const py::Ref& keywords, const StructType& type) {
  return Declaration(function, keywords, type).read(name);
}

}  // namespace afresh::bpy
