// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/objects/groups.hpp"

#include <fmt/format.h>

#include "harness/hosts/bpy/objects/array.hpp"
#include "harness/hosts/bpy/objects/python_object.hpp"

namespace afresh::bpy {
namespace {

/// A group by item: where it is, and its values.
struct GroupView {
  RnaPlace owner;
  std::string name;
  std::shared_ptr<Group> group;
};

RnaPlace inside(const GroupView& view) {
  RnaPlace place = view.owner;
  place.group = view.group;
  return place;
}

struct ToPython {
  const RnaPlace& owner;
  const std::string& name;

  py::Ref operator()(int value) const { return py::own(PyLong_FromLong(value)); }
  py::Ref operator()(double value) const { return py::own(PyFloat_FromDouble(value)); }
  py::Ref operator()(const std::string& value) const { return py::make_str(value); }
  py::Ref operator()(const std::vector<int>&) const { return array(); }
  py::Ref operator()(const std::vector<double>&) const { return array(); }
  py::Ref operator()(const std::shared_ptr<Group>& group) const {
    return new_object(runtime().python.group, GroupView{owner, name, group});
  }
  py::Ref operator()(const std::shared_ptr<GroupList>& list) const {
    py::Ref result = py::own(PyList_New(0));
    for (const auto& each : *list) {
      const py::Ref item = new_object(runtime().python.group, GroupView{owner, name, each});
      py::check(PyList_Append(result.get(), item.get()));
    }
    return result;
  }
  py::Ref operator()(const StructLink& link) const { return make_object_or_none(link.lock()); }

 private:
  py::Ref array() const {
    // Read where it is, as through a property of the same kind.
    auto property = std::make_shared<RnaProperty>();
    property->identifier = name;
    property->is_runtime = true;
    const Stored& stored = *owner.group->find(name);
    if (const auto* floats = std::get_if<std::vector<double>>(&stored)) {
      property->type = PropertyType::kFloat;
      property->array_length = static_cast<int>(floats->size());
    } else {
      property->array_length = static_cast<int>(std::get<std::vector<int>>(stored).size());
    }
    return make_id_array(owner, property);
  }
};

struct ToBuiltin {
  py::Ref operator()(const std::shared_ptr<Group>& group) const {
    py::Ref dict = py::own(PyDict_New());
    for (const auto& [name, value] : group->entries) {
      py::check(
          PyDict_SetItem(dict.get(), py::make_str(name).get(), stored_to_builtin(value).get()));
    }
    return dict;
  }
  py::Ref operator()(const std::shared_ptr<GroupList>& groups) const {
    return to_python_list(*groups);
  }
  py::Ref operator()(const std::vector<int>& values) const { return to_python_list(values); }
  py::Ref operator()(const std::vector<double>& values) const { return to_python_list(values); }
  py::Ref operator()(const StructLink& link) const { return make_object_or_none(link.lock()); }
  py::Ref operator()(const std::string& text) const { return py::make_str(text); }
  py::Ref operator()(int value) const { return py::own(PyLong_FromLong(value)); }
  py::Ref operator()(double value) const { return py::own(PyFloat_FromDouble(value)); }

 private:
  template <typename Element>
  py::Ref to_python_list(const std::vector<Element>& elements) const {
    py::Ref list = py::own(PyList_New(0));
    for (const Element& each : elements) {
      py::check(PyList_Append(list.get(), (*this)(each).get()));
    }
    return list;
  }
};

[[noreturn]] void refuse(PyObject* value) {
  py::raise(PyExc_TypeError,
            fmt::format("invalid id-property type {} not supported", type_name(value)));
}

std::shared_ptr<Group> group_from(PyObject* mapping) {
  auto group = std::make_shared<Group>();
  const py::Ref items = py::own(PyMapping_Items(mapping));
  for (Py_ssize_t index = 0; index < PyList_Size(items.get()); ++index) {
    PyObject* pair = PyList_GetItem(items.get(), index);
    PyObject* key = PyTuple_GetItem(pair, 0);
    if (!PyUnicode_Check(key)) py::raise(PyExc_TypeError, "invalid id-property key, not a string");
    group->set(py::to_string(key), stored_from_python(PyTuple_GetItem(pair, 1)));
  }
  return group;
}

Stored list_from(PyObject* sequence) {
  const py::Ref tuple = py::own(PySequence_Tuple(sequence));
  std::vector<int> ints;
  std::vector<double> floats;
  auto groups = std::make_shared<GroupList>();
  bool is_whole = true;
  for (Py_ssize_t index = 0; index < PyTuple_Size(tuple.get()); ++index) {
    PyObject* each = PyTuple_GetItem(tuple.get(), index);
    if (PyDict_Check(each)) {
      groups->push_back(group_from(each));
    } else if (PyLong_Check(each)) {
      ints.push_back(static_cast<int>(PyLong_AsLong(each)));
      floats.push_back(ints.back());
    } else if (PyFloat_Check(each)) {
      is_whole = false;
      floats.push_back(PyFloat_AsDouble(each));
    } else {
      refuse(each);
    }
  }
  if (!groups->empty() && !floats.empty()) refuse(sequence);
  if (!groups->empty()) return groups;
  if (is_whole && !ints.empty()) return ints;
  return floats;
}

// From here on: the type.

GroupView& as_view(PyObject* object) { return value_in<GroupView>(object); }

std::string require_str_key(PyObject* key) {
  if (!PyUnicode_Check(key))
    py::raise(PyExc_TypeError, "only strings are allowed as keys of ID properties");
  return py::to_string(key);
}

Py_ssize_t length(PyObject* self) {
  return static_cast<Py_ssize_t>(as_view(self).group->entries.size());
}

PyObject* get_item(PyObject* self, PyObject* key) {
  return py::guarded([&] {
    const GroupView& view = as_view(self);
    const std::string name = require_str_key(key);
    const Stored* stored = view.group->find(name);
    if (stored == nullptr) {
      py::raise(PyExc_KeyError, fmt::format("key not in subgroup dict: {}", name));
    }
    return stored_to_python(inside(view), name, *stored);
  });
}

int set_item(PyObject* self, PyObject* key, PyObject* value) {
  const py::Ref done = py::steal(py::guarded([&] {
    const std::string name = require_str_key(key);
    if (value != nullptr) {
      as_view(self).group->set(name, stored_from_python(value));
    } else if (!as_view(self).group->erase(name)) {
      py::raise(PyExc_KeyError, fmt::format("property not found in group: {}", name));
    }
    return py::borrow(Py_None);
  }));
  return done ? 0 : -1;
}

int contains(PyObject* self, PyObject* key) {
  return PyUnicode_Check(key) && as_view(self).group->find(py::to_string(key)) != nullptr ? 1 : 0;
}

PyObject* iterate(PyObject* self) {
  return py::guarded(
      [&] { return py::own(PyObject_GetIter(group_keys(*as_view(self).group).get())); });
}

PyObject* keys(PyObject* self, PyObject*) {
  return py::guarded([&] { return group_keys(*as_view(self).group); });
}
PyObject* values(PyObject* self, PyObject*) {
  return py::guarded([&] { return group_values(inside(as_view(self)), *as_view(self).group); });
}
PyObject* items(PyObject* self, PyObject*) {
  return py::guarded([&] { return group_items(inside(as_view(self)), *as_view(self).group); });
}
PyObject* to_dict(PyObject* self, PyObject*) {
  return py::guarded([&] { return stored_to_builtin(as_view(self).group); });
}
PyObject* clear(PyObject* self, PyObject*) {
  as_view(self).group->entries.clear();
  Py_RETURN_NONE;
}

PyObject* get(PyObject* self, PyObject* args) {
  return py::guarded([&] {
    PyObject* key = nullptr;
    PyObject* fallback = Py_None;
    if (PyArg_ParseTuple(args, "O|O:get", &key, &fallback) == 0) py::throw_current();
    const std::string name = require_str_key(key);
    const Stored* stored = as_view(self).group->find(name);
    return stored == nullptr ? py::borrow(fallback)
                             : stored_to_python(inside(as_view(self)), name, *stored);
  });
}

PyObject* update(PyObject* self, PyObject* other) {
  return py::guarded([&] {
    for (auto& [name, value] : group_from(other)->entries) as_view(self).group->set(name, value);
    return py::borrow(Py_None);
  });
}

}  // namespace

py::Ref stored_to_python(const RnaPlace& owner, const std::string& name, const Stored& stored) {
  return std::visit(ToPython{owner, name}, stored);
}

Stored stored_from_python(PyObject* value) {
  if (PyBool_Check(value) || PyLong_Check(value)) {
    int overflow = 0;
    const long number = PyLong_AsLongAndOverflow(value, &overflow);
    if (overflow != 0 || number != static_cast<int>(number)) {
      py::raise(PyExc_OverflowError, "Python int too large to convert to C int");
    }
    return static_cast<int>(number);
  }
  if (PyFloat_Check(value)) return PyFloat_AsDouble(value);
  if (PyUnicode_Check(value)) return py::to_string(value);
  if (PyDict_Check(value)) return group_from(value);
  if (Py_TYPE(value) == reinterpret_cast<PyTypeObject*>(runtime().python.group.get())) {
    return deep_copy(*as_view(value).group);
  }
  if (const RnaPlace* place = place_in(value); place != nullptr) {
    if (!place->is_record() || !place->type->is_a("ID")) refuse(value);
    return StructLink(place->record);
  }
  if (PySequence_Check(value)) return list_from(value);
  refuse(value);
}

py::Ref stored_to_builtin(const Stored& stored) { return std::visit(ToBuiltin{}, stored); }

py::Ref group_keys(const Group& group) {
  py::Ref list = py::own(PyList_New(0));
  for (const auto& [name, value] : group.entries) {
    py::check(PyList_Append(list.get(), py::make_str(name).get()));
  }
  return list;
}

py::Ref group_values(const RnaPlace& owner, const Group& group) {
  py::Ref list = py::own(PyList_New(0));
  for (const auto& [name, value] : group.entries) {
    py::check(PyList_Append(list.get(), stored_to_python(owner, name, value).get()));
  }
  return list;
}

py::Ref group_items(const RnaPlace& owner, const Group& group) {
  py::Ref list = py::own(PyList_New(0));
  for (const auto& [name, value] : group.entries) {
    const py::Ref pair = py::own(
        PyTuple_Pack(2, py::make_str(name).get(), stored_to_python(owner, name, value).get()));
    py::check(PyList_Append(list.get(), pair.get()));
  }
  return list;
}

py::Ref make_group_type() {
  static const PyMethodDef methods[] = {
      {"keys", keys, METH_NOARGS, "Names, in the order in which they were set."},
      {"values", values, METH_NOARGS, "Values, in the same order."},
      {"items", items, METH_NOARGS, "Pairs of name and value."},
      {"get", get, METH_VARARGS, "The value of a name, or the second argument."},
      {"update", update, METH_O, "Sets what a dictionary has."},
      {"clear", clear, METH_NOARGS, "Forgets all values."},
      {"to_dict", to_dict, METH_NOARGS, "Plain builtins."},
      {}};
  PyType_Slot slots[] = {hosts::function_slot(Py_tp_traverse, traverse_object<GroupView>),
                         hosts::function_slot(Py_tp_dealloc, dealloc_object<GroupView>),
                         hosts::table_slot(Py_tp_methods, methods),
                         hosts::function_slot(Py_mp_length, length),
                         hosts::function_slot(Py_mp_subscript, get_item),
                         hosts::function_slot(Py_mp_ass_subscript, set_item),
                         hosts::function_slot(Py_sq_contains, contains),
                         hosts::function_slot(Py_tp_iter, iterate),
                         {0, nullptr}};
  PyType_Spec spec = {"IDPropertyGroup", sizeof(PythonObject<GroupView>), 0,
                      Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION,
                      slots};
  return finish_type(spec);
}

}  // namespace afresh::bpy
