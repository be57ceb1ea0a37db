// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/objects/struct_type.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <memory>
#include <string>
#include <variant>

#include "harness/hosts/bpy/objects/access.hpp"
#include "harness/hosts/bpy/objects/groups.hpp"
#include "harness/hosts/bpy/objects/python_object.hpp"
#include "harness/hosts/bpy/objects/rna_definitions.hpp"
#include "harness/hosts/bpy/objects/rna_place.hpp"
#include "harness/hosts/bpy/objects/struct_methods.hpp"

namespace afresh::bpy {
namespace {

RnaPlace& as_self(PyObject* object) { return value_in<RnaPlace>(object); }

/// A registered attribute (`bl_label`) is the class's own and found there.
std::shared_ptr<RnaProperty> property_named(const RnaPlace& place, const std::string& name) {
  if (name.starts_with("_")) return nullptr;
  if (place.type->is_freed && place.type->former_properties.contains(name)) {
    report_violation(fmt::format(
        "{}.{} is used after its class was unregistered; Blender 3.4 reads freed memory here",
        place.type->identifier, name));
  }
  auto property = place.type->find_property(name);
  return property && !property->is_registered ? property : nullptr;
}

/// Of a built-in struct: what our Python part computes, in the place of what the schema declares.
bool is_computed(PyObject* object, const std::string& name) {
  if (as_self(object).type->is_runtime) return false;
  PyObject* cls = reinterpret_cast<PyObject*>(Py_TYPE(object));
  PyObject* found = PyDict_GetItemString(runtime().passive.class_dict(cls), name.c_str());
  return found != nullptr && Py_TYPE(found) == &PyProperty_Type;
}

PyObject* getattro(PyObject* object, PyObject* name) {
  return py::guarded([&] {
    const RnaPlace& place = as_self(object);
    const auto property = property_named(place, py::to_string(name));
    if (!property || is_computed(object, property->identifier)) {
      return py::own(PyObject_GenericGetAttr(object, name));
    }
    if (property->identifier == "rna_type") return make_object(definition_place(place.type));
    if (place.definition.index() != 0) return get_from_definition(place, property);
    if (property->identifier == "properties" && place.type->arguments) {
      RnaPlace arguments = place;
      arguments.type = place.type->arguments;
      return make_object(arguments);
    }
    return get_property(place, property);
  });
}

int setattro(PyObject* object, PyObject* name, PyObject* value) {
  const py::Ref done = py::steal(py::guarded([&] {
    const RnaPlace place = as_self(object);
    if (const auto property = property_named(place, py::to_string(name))) {
      set_property(place, *property, value);
    } else {
      py::check(PyObject_GenericSetAttr(object, name, value));
    }
    return py::borrow(Py_None);
  }));
  return done ? 0 : -1;
}

PyObject* create(PyTypeObject* type, PyObject* args, PyObject* keywords) {
  return py::guarded([&]() -> py::Ref {
    PyObject* base = nullptr;
    if ((keywords != nullptr && PyDict_Size(keywords) > 0) ||
        PyArg_ParseTuple(args, "O:bpy_struct.__new__", &base) == 0) {
      PyErr_Clear();
      py::raise(PyExc_TypeError, "bpy_struct.__new__(type): expected a single argument");
    }
    if (reinterpret_cast<PyObject*>(Py_TYPE(base)) == reinterpret_cast<PyObject*>(type)) {
      return py::borrow(base);
    }
    const RnaPlace* place = place_in(base);
    if (place == nullptr) {
      py::raise(PyExc_TypeError,
                fmt::format("bpy_struct.__new__(type): type '{}' is not a subtype of bpy_struct",
                            type_name(base)));
    }
    return new_object(py::borrow(reinterpret_cast<PyObject*>(type)), *place);
  });
}

PyObject* compare(PyObject* left, PyObject* right, int operation) {
  const RnaPlace* mine = place_in(left);
  const RnaPlace* other = place_in(right);
  if ((operation != Py_EQ && operation != Py_NE) || other == nullptr) Py_RETURN_NOTIMPLEMENTED;
  const bool is_same = mine->identity() == other->identity() && mine->type == other->type;
  return PyBool_FromLong(is_same == (operation == Py_EQ) ? 1 : 0);
}

Py_hash_t hash(PyObject* object) {
  const auto value =
      static_cast<Py_hash_t>(reinterpret_cast<std::uintptr_t>(as_self(object).identity()) >> 4U);
  return value == -1 ? -2 : value;
}

std::string shown(const RnaPlace& place) {
  std::string name = definition_name(place);
  if (const auto* type = std::get_if<std::shared_ptr<StructType>>(&place.definition)) {
    name = (*type)->identifier;
  } else if (place.is_record()) {
    name = place.record->name();
  }
  const std::string named = name.empty() ? std::string() : fmt::format("(\"{}\")", name);
  return fmt::format("<bpy_struct, {}{} at {}>", place.type->identifier, named, place.identity());
}

PyObject* represent(PyObject* object) {
  return py::guarded([&] {
    const RnaPlace& place = as_self(object);
    if (place.record && place.record->is_removed) {
      return py::make_str(fmt::format("<bpy_struct, {} invalid>", place.type->identifier));
    }
    return py::make_str(place.path.empty() ? shown(place) : place.path);
  });
}

PyObject* show(PyObject* object) {
  return py::guarded([&] { return py::make_str(shown(as_self(object))); });
}

// From here on: values by item.

PyObject* get_item(PyObject* object, PyObject* key) {
  return py::guarded([&] {
    const RnaPlace& place = as_self(object);
    const std::string name = item_key(key);
    const Stored* stored = group_at(place).find(name);
    if (stored == nullptr) {
      py::raise(PyExc_KeyError, fmt::format("bpy_struct[key]: key \"{}\" not found", name));
    }
    return stored_to_python(place, name, *stored);
  });
}

int set_item(PyObject* object, PyObject* key, PyObject* value) {
  const py::Ref done = py::steal(py::guarded([&] {
    const std::string name = item_key(key);
    Group& group = group_at(as_self(object));
    if (value != nullptr) {
      group.set(name, stored_from_python(value));
    } else if (!group.erase(name)) {
      py::raise(PyExc_KeyError, fmt::format("bpy_struct[key]: key \"{}\" not found", name));
    }
    return py::borrow(Py_None);
  }));
  return done ? 0 : -1;
}

int contains(PyObject* object, PyObject* key) {
  const RnaPlace& place = as_self(object);
  return place.group && PyUnicode_Check(key) && place.group->find(py::to_string(key)) != nullptr
             ? 1
             : 0;
}

/// Blender's structs are true even where they have no values; without this a mapping's length would
/// be asked.
int is_true(PyObject*) { return 1; }

PyObject* id_data(PyObject* self, void*) {
  return py::guarded([&] {
    const RnaPlace& place = as_self(self);
    return make_object_or_none(place.record && place.record->type->is_a("ID") ? place.record
                                                                              : nullptr);
  });
}

}  // namespace

py::Ref make_struct_type() {
  static const PyGetSetDef attributes[] = {
      {"id_data", id_data, nullptr, "The data-block that this is in, or None.", nullptr}, {}};
  PyType_Slot slots[] = {hosts::function_slot(Py_tp_traverse, traverse_object<RnaPlace>),
                         hosts::function_slot(Py_tp_dealloc, dealloc_object<RnaPlace>),
                         hosts::function_slot(Py_tp_new, create),
                         hosts::table_slot(Py_tp_members, weak_members<RnaPlace>()),
                         hosts::table_slot(Py_tp_methods, struct_methods()),
                         hosts::table_slot(Py_tp_getset, attributes),
                         hosts::function_slot(Py_tp_getattro, getattro),
                         hosts::function_slot(Py_tp_setattro, setattro),
                         hosts::function_slot(Py_tp_richcompare, compare),
                         hosts::function_slot(Py_tp_hash, hash),
                         hosts::function_slot(Py_tp_repr, represent),
                         hosts::function_slot(Py_tp_str, show),
                         hosts::function_slot(Py_mp_subscript, get_item),
                         hosts::function_slot(Py_mp_ass_subscript, set_item),
                         hosts::function_slot(Py_sq_contains, contains),
                         hosts::function_slot(Py_nb_bool, is_true),
                         {0, nullptr}};
  PyType_Spec spec = {"bpy_struct", sizeof(PythonObject<RnaPlace>), 0,
                      Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE, slots};
  return finish_type(spec);
}

}  // namespace afresh::bpy
