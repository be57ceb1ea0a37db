// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/objects/enums.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace afresh::bpy {
namespace {

constexpr const char* kExpectedItem =
    "EnumProperty(...): expected a tuple containing (identifier, name, description) and optionally "
    "an icon name and unique number";

[[noreturn]] void refuse_item() { py::raise(PyExc_TypeError, kExpectedItem); }

std::string text_at(const py::Ref& tuple, Py_ssize_t index) {
  PyObject* text = PyTuple_GetItem(tuple.get(), index);
  if (text == nullptr || !PyUnicode_Check(text)) refuse_item();
  return py::to_string(text);
}

EnumItem parse_item(PyObject* object, int number) {
  if (!PyTuple_Check(object) && !PyList_Check(object)) refuse_item();
  py::Ref tuple = py::own(PySequence_Tuple(object));
  const Py_ssize_t size = PyTuple_Size(tuple.get());
  if (size < 3 || size > 5) refuse_item();
  EnumItem item{text_at(tuple, 0), text_at(tuple, 1), text_at(tuple, 2), "NONE", number};
  PyObject* last = PyTuple_GetItem(tuple.get(), size - 1);
  if (size == 5 && PyUnicode_Check(PyTuple_GetItem(tuple.get(), 3))) item.icon = text_at(tuple, 3);
  if (size == 4 && PyUnicode_Check(last)) {
    item.icon = py::to_string(last);
  } else if (size >= 4) {
    const long value = PyLong_AsLong(last);
    if (value == -1 && PyErr_Occurred() != nullptr) {
      PyErr_Clear();
      refuse_item();
    }
    item.value = static_cast<int>(value);
  }
  return item;
}

}  // namespace

EnumItems parse_items(PyObject* sequence, bool is_flag) {
  py::Ref fast = py::steal(PySequence_Tuple(sequence));
  if (!fast) {
    PyErr_Clear();
    py::raise(PyExc_TypeError,
              "EnumProperty(...): expected a sequence of tuples for the enum items or a function");
  }
  const Py_ssize_t size = PyTuple_Size(fast.get());
  if (is_flag && size > 32) {
    py::raise(PyExc_TypeError,
              "EnumProperty(...): maximum 32 members for a ENUM_FLAG type property");
  }
  EnumItems items;
  for (Py_ssize_t index = 0; index < size; ++index) {
    const int number = is_flag ? static_cast<int>(1U << index) : static_cast<int>(index);
    items.push_back(parse_item(PyTuple_GetItem(fast.get(), index), number));
  }
  return items;
}

void print_callback_error(const py::PythonError& error, const py::Ref& function) {
  error.restore();
  PyErr_Print();
  const py::FunctionFields fields = runtime().passive.function_fields(function.get());
  const py::PassiveReader& passive = runtime().passive;
  PySys_FormatStderr("File \"%S\", line %S, in %S\n",
                     passive.code_member(fields.code, py::CodeMember::kFile).get(),
                     passive.code_member(fields.code, py::CodeMember::kLine).get(),
                     passive.code_member(fields.code, py::CodeMember::kName).get());
}

EnumItems items_at(const RnaPlace& place, const RnaProperty& property) {
  if (!property.callbacks.items) return property.items;
  try {
    const py::Ref self = place.type ? make_object(place) : py::borrow(Py_None);
    const py::Ref context = make_object(record_place(runtime().database.context()));
    const py::Ref result = py::own(PyObject_CallFunctionObjArgs(
        property.callbacks.items.get(), self.get(), context.get(), nullptr));
    if (PySequence_Check(result.get()) == 0) {
      py::raise(PyExc_TypeError,
                "EnumProperty(...): return value from the callback was not a sequence");
    }
    return parse_items(result.get(), property.is_enum_flag);
  } catch (const py::PythonError& error) {
    print_callback_error(error, property.callbacks.items);
    return {};
  }
}

std::string choices(const EnumItems& items) {
  std::string text = "(";
  for (const EnumItem& each : items) {
    text += fmt::format("{}'{}'", &each == items.data() ? "" : ", ", each.identifier);
  }
  return text + ")";
}

const EnumItem* find_item(const EnumItems& items, const std::string& identifier) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const EnumItem& each) {
    return each.identifier == identifier;
  });
  return found == items.end() ? nullptr : &*found;
}

const EnumItem* find_item(const EnumItems& items, int value) {
  const auto found = std::find_if(items.begin(), items.end(),
                                  [&](const EnumItem& each) { return each.value == value; });
  return found == items.end() ? nullptr : &*found;
}

int value_of_set(const EnumItems& items, PyObject* set, const std::string& prefix,
                 const std::string& what) {
  if (!PyAnySet_Check(set)) {
    py::raise(PyExc_TypeError,
              fmt::format("{}, {} expected a set, not a {}", prefix, what, type_name(set)));
  }
  int value = 0;
  for (const py::Ref& each : runtime().passive.elements(set)) {
    if (!PyUnicode_Check(each.get())) {
      py::raise(PyExc_TypeError,
                fmt::format("{} expected a string, not {}", prefix, type_name(each.get())));
    }
    const std::string identifier = py::to_string(each.get());
    const EnumItem* item = find_item(items, identifier);
    if (item == nullptr) {
      py::raise(PyExc_ValueError,
                fmt::format("{}: '{}' not found in {}", prefix, identifier, choices(items)));
    }
    value |= item->value;
  }
  return value;
}

py::Ref set_of_value(const EnumItems& items, int value) {
  py::Ref set = py::own(PySet_New(nullptr));
  for (const EnumItem& each : items) {
    if ((each.value & value) != 0) {
      py::check(PySet_Add(set.get(), py::make_str(each.identifier).get()));
    }
  }
  return set;
}

}  // namespace afresh::bpy
