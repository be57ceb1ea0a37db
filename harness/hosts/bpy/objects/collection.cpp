// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/objects/collection.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "harness/hosts/bpy/objects/access.hpp"
#include "harness/hosts/bpy/objects/classes.hpp"
#include "harness/hosts/bpy/objects/python_object.hpp"
#include "harness/hosts/bpy/objects/rna_definitions.hpp"

namespace afresh::bpy {
namespace {

struct CollectionView {
  RnaPlace owner;
  std::shared_ptr<RnaProperty> property;
};

CollectionView& as_view(PyObject* object) { return value_in<CollectionView>(object); }

/// Of groups: items of a collection property. Of records: what the application has.
bool holds_groups(const CollectionView& view) {
  return view.property->is_runtime || (view.owner.record && !view.owner.is_record());
}

std::shared_ptr<GroupList> group_list(const CollectionView& view) {
  check_is_there(view.owner);
  return list_at(view.owner, *view.property);
}

/// The list, made where there is none.
GroupList& groups_to_change(const CollectionView& view) {
  std::shared_ptr<GroupList> list = group_list(view);
  if (!list) {
    list = std::make_shared<GroupList>();
    value_group(view.owner, *view.property).set(view.property->identifier, list);
  }
  return *list;
}

std::shared_ptr<StructType> item_type(const CollectionView& view) {
  std::shared_ptr<StructType> type = target_type(*view.property);
  if (!type) {
    report_violation(
        fmt::format("{}.{} holds items of a property group that was unregistered; Blender 3.4 "
                    "reads freed memory "
                    "here",
                    view.owner.type->identifier, view.property->identifier));
  }
  return type;
}

RnaPlace group_place(const CollectionView& view, const std::shared_ptr<Group>& group,
                     std::size_t index) {
  RnaPlace place = view.owner;
  place.type = item_type(view);
  place.group = group;
  if (!place.path.empty()) {
    place.path = fmt::format("{}.{}[{}]", place.path, view.property->identifier, index);
  }
  return place;
}

std::size_t count_members(const CollectionView& view) {
  if (view.owner.definition.index() != 0) {
    return definition_members(view.owner, *view.property).size();
  }
  if (holds_groups(view)) {
    const auto list = group_list(view);
    return list ? list->size() : 0;
  }
  check_is_there(view.owner);
  const auto found = view.owner.record->lists.find(view.property->identifier);
  return found == view.owner.record->lists.end() ? 0 : found->second.size();
}

std::vector<RnaPlace> list_members(const CollectionView& view) {
  if (view.owner.definition.index() != 0) return definition_members(view.owner, *view.property);
  std::vector<RnaPlace> members;
  if (holds_groups(view)) {
    if (const auto list = group_list(view)) {
      for (const auto& each : *list) members.push_back(group_place(view, each, members.size()));
    }
    return members;
  }
  check_is_there(view.owner);
  for (const StructRef& each : view.owner.record->lists[view.property->identifier]) {
    members.push_back(record_place(each));
  }
  return members;
}

std::string name_of_member(const RnaPlace& member) {
  if (member.definition.index() != 0) return definition_name(member);
  Group& values = member.is_record() ? *member.record->built_in : *member.group;
  for (const char* name : {"name", "module", "idname"}) {
    const Stored* stored = values.find(name);
    if (stored == nullptr) continue;
    if (const auto* text = std::get_if<std::string>(stored)) return *text;
  }
  return {};
}

std::ptrdiff_t find_by_name(const std::vector<RnaPlace>& members, const std::string& name) {
  const auto found = std::find_if(members.begin(), members.end(), [&](const RnaPlace& each) {
    return name_of_member(each) == name;
  });
  return found == members.end() ? -1 : found - members.begin();
}

py::Ref to_python_list(const std::vector<RnaPlace>& members) {
  py::Ref list = py::own(PyList_New(0));
  for (const RnaPlace& each : members) {
    py::check(PyList_Append(list.get(), make_object(each).get()));
  }
  return list;
}

Py_ssize_t length(PyObject* self) {
  Py_ssize_t size = -1;
  const py::Ref done = py::steal(py::guarded([&] {
    size = static_cast<Py_ssize_t>(count_members(as_view(self)));
    return py::borrow(Py_None);
  }));
  return size;
}

PyObject* subscript(PyObject* self, PyObject* key) {
  return py::guarded([&]() -> py::Ref {
    const std::vector<RnaPlace> members = list_members(as_view(self));
    if (PyUnicode_Check(key)) {
      const std::ptrdiff_t index = find_by_name(members, py::to_string(key));
      if (index >= 0) return make_object(members[static_cast<std::size_t>(index)]);
      py::raise(PyExc_KeyError,
                fmt::format("bpy_prop_collection[key]: key \"{}\" not found", py::to_string(key)));
    }
    if (PySlice_Check(key)) return py::own(PyObject_GetItem(to_python_list(members).get(), key));
    if (!PyIndex_Check(key)) {
      py::raise(
          PyExc_TypeError,
          fmt::format("bpy_prop_collection[key]: invalid key, must be a string or an int, not {}",
                      type_name(key)));
    }
    const Py_ssize_t asked = PyNumber_AsSsize_t(key, PyExc_IndexError);
    if (asked == -1 && PyErr_Occurred() != nullptr) py::throw_current();
    const auto size = static_cast<Py_ssize_t>(members.size());
    const Py_ssize_t index = asked < 0 ? asked + size : asked;
    if (index < 0 || index >= size) {
      py::raise(
          PyExc_IndexError,
          fmt::format("bpy_prop_collection[index]: index {} out of range, size {}", asked, size));
    }
    return make_object(members[static_cast<std::size_t>(index)]);
  });
}

int contains(PyObject* self, PyObject* key) {
  int answer = -1;
  const py::Ref done = py::steal(py::guarded([&] {
    if (!PyUnicode_Check(key)) {
      py::raise(PyExc_TypeError,
                "bpy_prop_collection.__contains__: expected a string or a tuple of strings");
    }
    answer = find_by_name(list_members(as_view(self)), py::to_string(key)) >= 0 ? 1 : 0;
    return py::borrow(Py_None);
  }));
  return answer;
}

PyObject* iterate(PyObject* self) {
  return py::guarded(
      [&] { return py::own(PyObject_GetIter(to_python_list(list_members(as_view(self))).get())); });
}

PyObject* values(PyObject* self, PyObject*) {
  return py::guarded([&] { return to_python_list(list_members(as_view(self))); });
}

PyObject* keys(PyObject* self, PyObject*) {
  return py::guarded([&] {
    py::Ref list = py::own(PyList_New(0));
    for (const RnaPlace& each : list_members(as_view(self))) {
      py::check(PyList_Append(list.get(), py::make_str(name_of_member(each)).get()));
    }
    return list;
  });
}

PyObject* items(PyObject* self, PyObject*) {
  return py::guarded([&] {
    py::Ref list = py::own(PyList_New(0));
    for (const RnaPlace& each : list_members(as_view(self))) {
      const py::Ref pair = py::own(
          PyTuple_Pack(2, py::make_str(name_of_member(each)).get(), make_object(each).get()));
      py::check(PyList_Append(list.get(), pair.get()));
    }
    return list;
  });
}

PyObject* get(PyObject* self, PyObject* args) {
  return py::guarded([&] {
    PyObject* key = nullptr;
    PyObject* fallback = Py_None;
    if (PyArg_ParseTuple(args, "U|O:get", &key, &fallback) == 0) py::throw_current();
    const std::vector<RnaPlace> members = list_members(as_view(self));
    const std::ptrdiff_t index = find_by_name(members, py::to_string(key));
    return index < 0 ? py::borrow(fallback) : make_object(members[static_cast<std::size_t>(index)]);
  });
}

PyObject* find(PyObject* self, PyObject* key) {
  return py::guarded([&] {
    if (!PyUnicode_Check(key)) py::raise(PyExc_TypeError, "find(): expected a string");
    return py::own(
        PyLong_FromSsize_t(find_by_name(list_members(as_view(self)), py::to_string(key))));
  });
}

/// `foreach_get("x", out)`: one attribute of each item, flat.
PyObject* foreach_get(PyObject* self, PyObject* args) {
  return py::guarded([&] {
    const char* name = nullptr;
    PyObject* out = nullptr;
    if (PyArg_ParseTuple(args, "sO:foreach_get", &name, &out) == 0) py::throw_current();
    Py_ssize_t at = 0;
    for (const RnaPlace& each : list_members(as_view(self))) {
      const py::Ref value = py::attribute(make_object(each).get(), name);
      const py::Ref elements = PySequence_Check(value.get()) != 0 && !PyUnicode_Check(value.get())
                                   ? py::own(PySequence_Tuple(value.get()))
                                   : py::own(PyTuple_Pack(1, value.get()));
      for (Py_ssize_t index = 0; index < PyTuple_Size(elements.get()); ++index) {
        py::check(PySequence_SetItem(out, at++, PyTuple_GetItem(elements.get(), index)));
      }
    }
    return py::borrow(Py_None);
  });
}

// From here on: what only collections of groups have.

PyObject* add(PyObject* self, PyObject*) {
  return py::guarded([&] {
    const CollectionView& view = as_view(self);
    (void)item_type(view);
    GroupList& list = groups_to_change(view);
    list.push_back(std::make_shared<Group>());
    return make_object(group_place(view, list.back(), list.size() - 1));
  });
}

PyObject* remove(PyObject* self, PyObject* argument) {
  return py::guarded([&] {
    const long index = PyLong_AsLong(argument);
    if (index == -1 && PyErr_Occurred() != nullptr) py::throw_current();
    GroupList& list = groups_to_change(as_view(self));
    if (index >= 0 && index < static_cast<long>(list.size())) list.erase(list.begin() + index);
    return py::borrow(Py_None);
  });
}

PyObject* clear(PyObject* self, PyObject*) {
  return py::guarded([&] {
    groups_to_change(as_view(self)).clear();
    return py::borrow(Py_None);
  });
}

PyObject* move(PyObject* self, PyObject* args) {
  return py::guarded([&] {
    int from = 0;
    int to = 0;
    if (PyArg_ParseTuple(args, "ii:move", &from, &to) == 0) py::throw_current();
    GroupList& list = groups_to_change(as_view(self));
    const int size = static_cast<int>(list.size());
    if (from >= 0 && from < size && to >= 0 && to < size && from != to) {
      auto moved = list[static_cast<std::size_t>(from)];
      list.erase(list.begin() + from);
      list.insert(list.begin() + to, std::move(moved));
    }
    return py::borrow(Py_None);
  });
}

constexpr const char* kOfGroups[] = {"add", "remove", "clear", "move"};

/// Methods of groups are hidden from other collections, whose functions come from their struct.
PyObject* getattro(PyObject* self, PyObject* name) {
  return py::guarded([&] {
    const CollectionView& view = as_view(self);
    const std::string wanted = py::to_string(name);
    const bool is_hidden =
        !holds_groups(view) && std::any_of(std::begin(kOfGroups), std::end(kOfGroups),
                                           [&](const char* each) { return wanted == each; });
    if (const auto type = runtime().types.find(view.property->collection_struct)) {
      const py::Ref cls = python_class_for(type);
      if (py::Ref function = py::steal(PyObject_GetAttr(cls.get(), name));
          function && runtime().passive.is_function(function.get())) {
        return py::own(PyObject_CallMethod(function.get(), "__get__", "OO", self,
                                           reinterpret_cast<PyObject*>(Py_TYPE(self))));
      }
      PyErr_Clear();
      if (const auto property = type->find_property(wanted);
          property && view.owner.is_record() && property->identifier != "rna_type") {
        const auto& links = view.owner.record->links;
        const auto found = links.find(view.property->identifier + "." + wanted);
        return make_object_or_none(found == links.end() ? nullptr : found->second);
      }
    }
    if (is_hidden) {
      py::raise(PyExc_AttributeError,
                fmt::format("'bpy_prop_collection' object has no attribute '{}'", wanted));
    }
    return py::own(PyObject_GenericGetAttr(self, name));
  });
}

/// `view_layer.objects.active = object`.
int setattro(PyObject* self, PyObject* name, PyObject* value) {
  const py::Ref done = py::steal(py::guarded([&] {
    const CollectionView& view = as_view(self);
    const std::string wanted = py::to_string(name);
    const auto type = runtime().types.find(view.property->collection_struct);
    const RnaPlace* place = value == nullptr ? nullptr : place_in(value);
    if (!type || !type->find_property(wanted) || !view.owner.is_record() ||
        (value != Py_None && place == nullptr)) {
      py::raise(PyExc_AttributeError,
                fmt::format("bpy_prop_collection: attribute \"{}\" not found", wanted));
    }
    view.owner.record->links[view.property->identifier + "." + wanted] =
        place == nullptr ? nullptr : place->record;
    return py::borrow(Py_None);
  }));
  return done ? 0 : -1;
}

PyObject* represent(PyObject* self) {
  return py::guarded([&] {
    const CollectionView& view = as_view(self);
    if (!view.owner.path.empty()) {
      const std::string path = view.owner.path + "." + view.property->identifier;
      return py::make_str(view.owner.path == "bpy.data"
                              ? fmt::format("<bpy_collection[{}], {}>", count_members(view),
                                            view.property->collection_struct)
                              : path);
    }
    return py::make_str(fmt::format("<bpy_collection[{}], {}.{}>", count_members(view),
                                    view.owner.type->identifier, view.property->identifier));
  });
}

}  // namespace

py::Ref make_collection_type() {
  static const PyMethodDef methods[] = {
      {"keys", keys, METH_NOARGS, "Names of the members."},
      {"values", values, METH_NOARGS, "The members."},
      {"items", items, METH_NOARGS, "Pairs of name and member."},
      {"get", get, METH_VARARGS, "The member of a name, or the second argument."},
      {"find", find, METH_O, "Index of the member of a name, or -1."},
      {"foreach_get", foreach_get, METH_VARARGS, "Puts one attribute of each into a sequence."},
      {"add", add, METH_NOARGS, "Adds an item and gives it."},
      {"remove", remove, METH_O, "Removes the item at an index."},
      {"clear", clear, METH_NOARGS, "Removes all items."},
      {"move", move, METH_VARARGS, "Moves an item from one index to another."},
      {}};
  PyType_Slot slots[] = {hosts::function_slot(Py_tp_traverse, traverse_object<CollectionView>),
                         hosts::function_slot(Py_tp_dealloc, dealloc_object<CollectionView>),
                         hosts::table_slot(Py_tp_methods, methods),
                         hosts::function_slot(Py_tp_getattro, getattro),
                         hosts::function_slot(Py_tp_setattro, setattro),
                         hosts::function_slot(Py_mp_length, length),
                         hosts::function_slot(Py_mp_subscript, subscript),
                         hosts::function_slot(Py_sq_contains, contains),
                         hosts::function_slot(Py_tp_iter, iterate),
                         hosts::function_slot(Py_tp_repr, represent),
                         {0, nullptr}};
  PyType_Spec spec = {"bpy_prop_collection", sizeof(PythonObject<CollectionView>), 0,
                      Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION,
                      slots};
  return finish_type(spec);
}

py::Ref make_collection(const RnaPlace& owner, const std::shared_ptr<RnaProperty>& property) {
  return new_object(runtime().python.collection, CollectionView{owner, property});
}

std::pair<StructRef, std::string> list_shown_by(PyObject* collection) {
  if (reinterpret_cast<PyObject*>(Py_TYPE(collection)) != runtime().python.collection.get() ||
      !as_view(collection).owner.is_record()) {
    py::raise(PyExc_TypeError, "expected a collection of a struct");
  }
  return {as_view(collection).owner.record, as_view(collection).property->identifier};
}

}  // namespace afresh::bpy
