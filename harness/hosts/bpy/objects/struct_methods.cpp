// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/objects/struct_methods.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "harness/hosts/bpy/objects/access.hpp"
#include "harness/hosts/bpy/objects/classes.hpp"
#include "harness/hosts/bpy/objects/groups.hpp"
#include "harness/hosts/bpy/objects/python_object.hpp"

namespace afresh::bpy {
namespace {

RnaPlace& as_self(PyObject* object) { return value_in<RnaPlace>(object); }

PyObject* keys(PyObject* self, PyObject*) {
  return py::guarded([&] { return group_keys(group_at(as_self(self))); });
}
PyObject* values(PyObject* self, PyObject*) {
  return py::guarded([&] { return group_values(as_self(self), group_at(as_self(self))); });
}
PyObject* items(PyObject* self, PyObject*) {
  return py::guarded([&] { return group_items(as_self(self), group_at(as_self(self))); });
}

PyObject* get(PyObject* self, PyObject* args) {
  return py::guarded([&] {
    PyObject* key = nullptr;
    PyObject* fallback = Py_None;
    if (PyArg_ParseTuple(args, "O|O:get", &key, &fallback) == 0) py::throw_current();
    const std::string name = item_key(key);
    const Stored* stored = group_at(as_self(self)).find(name);
    return stored == nullptr ? py::borrow(fallback)
                             : stored_to_python(as_self(self), name, *stored);
  });
}

PyObject* pop(PyObject* self, PyObject* args) {
  return py::guarded([&] {
    PyObject* key = nullptr;
    PyObject* fallback = nullptr;
    if (PyArg_ParseTuple(args, "O|O:pop", &key, &fallback) == 0) py::throw_current();
    const std::string name = item_key(key);
    Group& group = group_at(as_self(self));
    const Stored* stored = group.find(name);
    if (stored == nullptr) {
      if (fallback != nullptr) return py::borrow(fallback);
      py::raise(PyExc_KeyError, fmt::format("key not found: \"{}\"", name));
    }
    py::Ref value = stored_to_builtin(*stored);
    group.erase(name);
    return value;
  });
}

std::shared_ptr<RnaProperty> property_asked(const RnaPlace& place, PyObject* name,
                                            const char* function) {
  if (!PyUnicode_Check(name)) {
    py::raise(PyExc_TypeError, fmt::format("bpy_struct.{}(): expected a string", function));
  }
  auto property = place.type->find_property(py::to_string(name));
  if (!property) {
    py::raise(PyExc_TypeError, fmt::format("{}.{}(\"{}\") not found", place.type->identifier,
                                           function, py::to_string(name)));
  }
  return property;
}

PyObject* is_property_set(PyObject* self, PyObject* name) {
  return py::guarded([&] {
    const RnaPlace& place = as_self(self);
    const auto property = property_asked(place, name, "is_property_set");
    return py::own(PyBool_FromLong(is_set(place, *property) ? 1 : 0));
  });
}

PyObject* property_unset(PyObject* self, PyObject* name) {
  return py::guarded([&] {
    const RnaPlace& place = as_self(self);
    unset_property(place, *property_asked(place, name, "property_unset"));
    return py::borrow(Py_None);
  });
}

PyObject* is_property_readonly(PyObject* self, PyObject* name) {
  return py::guarded([&] {
    const auto property = property_asked(as_self(self), name, "is_property_readonly");
    return py::own(PyBool_FromLong(property->is_readonly ? 1 : 0));
  });
}

PyObject* as_pointer(PyObject* self, PyObject*) {
  return PyLong_FromVoidPtr(const_cast<void*>(as_self(self).identity()));
}

PyObject* path_from_id(PyObject* self, PyObject* args) {
  return py::guarded([&] {
    const char* name = nullptr;
    if (PyArg_ParseTuple(args, "|s:path_from_id", &name) == 0) py::throw_current();
    const RnaPlace& place = as_self(self);
    if (!place.record) py::raise(PyExc_ValueError, "path_from_id(): no path to this struct");
    std::string path = place.path.size() > place.record->path.size()
                           ? place.path.substr(place.record->path.size() + 1)
                           : std::string();
    if (name != nullptr) path += (path.empty() ? "" : ".") + std::string(name);
    return py::make_str(path);
  });
}

/// The registered class of an id, for the kinds that Blender keeps by id.
PyObject* subclass_by_id(PyObject* cls, PyObject* args, bool as_class) {
  return py::guarded([&]() -> py::Ref {
    PyObject* id = nullptr;
    PyObject* fallback = Py_None;
    if (PyArg_ParseTuple(args, "U|O", &id, &fallback) == 0) py::throw_current();
    const std::shared_ptr<StructType> base = require_struct_type(cls, "");
    constexpr const char* kKept[] = {
        "Panel",    "Menu", "Header",     "UIList",        "RenderEngine", "AddonPreferences",
        "NodeTree", "Node", "NodeSocket", "KeyingSetInfo", "Gizmo",        "GizmoGroup"};
    const bool is_kept = std::any_of(std::begin(kKept), std::end(kKept),
                                     [&](const char* each) { return base->identifier == each; });
    if (!is_kept) {
      py::raise(PyExc_ValueError, fmt::format("Class type \"{}\" not supported", base->identifier));
    }
    for (const auto& each : runtime().types.registered()) {
      if (each->facts.id_name == py::to_string(id) && each->is_a(base->identifier)) {
        return as_class ? python_class_for(each) : make_object(definition_place(each));
      }
    }
    if (const auto& own = runtime().types.interface(); own.contains(py::to_string(id))) {
      const py::Ref made =
          py::attribute(runtime().modules.at("bpy.types").get(), py::to_string(id).c_str());
      return as_class ? made : py::attribute(made.get(), "bl_rna");
    }
    return py::borrow(fallback);
  });
}
PyObject* get_subclass(PyObject* cls, PyObject* args) { return subclass_by_id(cls, args, false); }
PyObject* get_subclass_py(PyObject* cls, PyObject* args) { return subclass_by_id(cls, args, true); }

}  // namespace

std::string item_key(PyObject* key) {
  if (!PyUnicode_Check(key)) {
    py::raise(PyExc_TypeError,
              "bpy_struct[key]: only strings are allowed as keys of ID properties");
  }
  return py::to_string(key);
}

Group& group_at(const RnaPlace& place) {
  check_is_there(place);
  if (!place.group) {
    py::raise(PyExc_TypeError, "this type doesn't support IDProperties");
  }
  return *place.group;
}

const PyMethodDef* struct_methods() {
  static const PyMethodDef methods[] = {
      {"keys", keys, METH_NOARGS, "Names of values set by item or through properties."},
      {"values", values, METH_NOARGS, "Their values."},
      {"items", items, METH_NOARGS, "Pairs of name and value."},
      {"get", get, METH_VARARGS, "A value by item, or the second argument."},
      {"pop", pop, METH_VARARGS, "A value by item, which is forgotten."},
      {"is_property_set", is_property_set, METH_O, "Whether a value is stored."},
      {"property_unset", property_unset, METH_O, "Forgets the stored value."},
      {"is_property_readonly", is_property_readonly, METH_O, "Whether it can be assigned."},
      {"as_pointer", as_pointer, METH_NOARGS, "A number that tells two structs apart."},
      {"path_from_id", path_from_id, METH_VARARGS, "The path from the data-block."},
      {"bl_rna_get_subclass", get_subclass, METH_VARARGS | METH_CLASS, "A type by id."},
      {"bl_rna_get_subclass_py", get_subclass_py, METH_VARARGS | METH_CLASS, "A class by id."},
      {}};
  return methods;
}

}  // namespace afresh::bpy
