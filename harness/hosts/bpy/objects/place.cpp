// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/objects/place.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "harness/hosts/bpy/objects/access.hpp"
#include "harness/hosts/bpy/objects/classes.hpp"
#include "harness/hosts/bpy/objects/groups.hpp"
#include "harness/hosts/bpy/objects/python_object.hpp"
#include "harness/hosts/bpy/objects/subjects.hpp"

namespace afresh::bpy {
namespace {

Place& self_of(PyObject* object) { return value_in<Place>(object); }

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

/// A registered attribute (`bl_label`) is the class's own and found there.
std::shared_ptr<Property> property_named(const Place& place, const std::string& name) {
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
  if (self_of(object).type->is_runtime) return false;
  PyObject* cls = reinterpret_cast<PyObject*>(Py_TYPE(object));
  PyObject* found = PyDict_GetItemString(runtime().passive.class_dict(cls), name.c_str());
  return found != nullptr && Py_TYPE(found) == &PyProperty_Type;
}

PyObject* getattro(PyObject* object, PyObject* name) {
  return py::guarded([&] {
    const Place& place = self_of(object);
    const auto property = property_named(place, py::to_string(name));
    if (!property || is_computed(object, property->identifier)) {
      return py::own(PyObject_GenericGetAttr(object, name));
    }
    if (property->identifier == "rna_type") return make_object(place_about(place.type));
    if (place.subject.index() != 0) return get_of_subject(place, property);
    if (property->identifier == "properties" && place.type->arguments) {
      Place arguments = place;
      arguments.type = place.type->arguments;
      return make_object(arguments);
    }
    return get_property(place, property);
  });
}

int setattro(PyObject* object, PyObject* name, PyObject* value) {
  const py::Ref done = py::steal(py::guarded([&] {
    const Place place = self_of(object);
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
    const Place* place = place_in(base);
    if (place == nullptr) {
      py::raise(PyExc_TypeError,
                fmt::format("bpy_struct.__new__(type): type '{}' is not a subtype of bpy_struct",
                            type_name(base)));
    }
    return new_object(py::borrow(reinterpret_cast<PyObject*>(type)), *place);
  });
}

PyObject* compare(PyObject* left, PyObject* right, int operation) {
  const Place* mine = place_in(left);
  const Place* other = place_in(right);
  if ((operation != Py_EQ && operation != Py_NE) || other == nullptr) Py_RETURN_NOTIMPLEMENTED;
  const bool is_same = mine->identity() == other->identity() && mine->type == other->type;
  return PyBool_FromLong(is_same == (operation == Py_EQ) ? 1 : 0);
}

Py_hash_t hash(PyObject* object) {
  const auto value =
      static_cast<Py_hash_t>(reinterpret_cast<std::uintptr_t>(self_of(object).identity()) >> 4U);
  return value == -1 ? -2 : value;
}

std::string shown(const Place& place) {
  std::string name = name_of_subject(place);
  if (const auto* type = std::get_if<std::shared_ptr<StructType>>(&place.subject)) {
    name = (*type)->identifier;
  } else if (place.is_record()) {
    name = place.record->name();
  }
  const std::string named = name.empty() ? std::string() : fmt::format("(\"{}\")", name);
  return fmt::format("<bpy_struct, {}{} at {}>", place.type->identifier, named, place.identity());
}

PyObject* represent(PyObject* object) {
  return py::guarded([&] {
    const Place& place = self_of(object);
    if (place.record && place.record->is_removed) {
      return py::make_str(fmt::format("<bpy_struct, {} invalid>", place.type->identifier));
    }
    return py::make_str(place.path.empty() ? shown(place) : place.path);
  });
}

PyObject* show(PyObject* object) {
  return py::guarded([&] { return py::make_str(shown(self_of(object))); });
}

// From here on: values by item.

std::string key_of(PyObject* key) {
  if (!PyUnicode_Check(key)) {
    py::raise(PyExc_TypeError,
              "bpy_struct[key]: only strings are allowed as keys of ID properties");
  }
  return py::to_string(key);
}

Group& group_of(const Place& place) {
  check_is_there(place);
  if (!place.group) {
    py::raise(PyExc_TypeError, "this type doesn't support IDProperties");
  }
  return *place.group;
}

PyObject* get_item(PyObject* object, PyObject* key) {
  return py::guarded([&] {
    const Place& place = self_of(object);
    const std::string name = key_of(key);
    const Stored* stored = group_of(place).find(name);
    if (stored == nullptr) {
      py::raise(PyExc_KeyError, fmt::format("bpy_struct[key]: key \"{}\" not found", name));
    }
    return stored_to_python(place, name, *stored);
  });
}

int set_item(PyObject* object, PyObject* key, PyObject* value) {
  const py::Ref done = py::steal(py::guarded([&] {
    const std::string name = key_of(key);
    Group& group = group_of(self_of(object));
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
  const Place& place = self_of(object);
  return place.group && PyUnicode_Check(key) && place.group->find(py::to_string(key)) != nullptr
             ? 1
             : 0;
}

/// Blender's structs are true even where they have no values; without this a mapping's length would
/// be asked.
int is_true(PyObject*) { return 1; }

PyObject* keys(PyObject* self, PyObject*) {
  return py::guarded([&] { return group_keys(group_of(self_of(self))); });
}
PyObject* values(PyObject* self, PyObject*) {
  return py::guarded([&] { return group_values(self_of(self), group_of(self_of(self))); });
}
PyObject* items(PyObject* self, PyObject*) {
  return py::guarded([&] { return group_items(self_of(self), group_of(self_of(self))); });
}

PyObject* get(PyObject* self, PyObject* args) {
  return py::guarded([&] {
    PyObject* key = nullptr;
    PyObject* fallback = Py_None;
    if (PyArg_ParseTuple(args, "O|O:get", &key, &fallback) == 0) py::throw_current();
    const std::string name = key_of(key);
    const Stored* stored = group_of(self_of(self)).find(name);
    return stored == nullptr ? py::borrow(fallback)
                             : stored_to_python(self_of(self), name, *stored);
  });
}

PyObject* pop(PyObject* self, PyObject* args) {
  return py::guarded([&] {
    PyObject* key = nullptr;
    PyObject* fallback = nullptr;
    if (PyArg_ParseTuple(args, "O|O:pop", &key, &fallback) == 0) py::throw_current();
    const std::string name = key_of(key);
    Group& group = group_of(self_of(self));
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

std::shared_ptr<Property> property_asked(const Place& place, PyObject* name, const char* function) {
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
    const Place& place = self_of(self);
    const auto property = property_asked(place, name, "is_property_set");
    return py::own(PyBool_FromLong(is_set(place, *property) ? 1 : 0));
  });
}

PyObject* property_unset(PyObject* self, PyObject* name) {
  return py::guarded([&] {
    const Place& place = self_of(self);
    unset_property(place, *property_asked(place, name, "property_unset"));
    return py::borrow(Py_None);
  });
}

PyObject* is_property_readonly(PyObject* self, PyObject* name) {
  return py::guarded([&] {
    const auto property = property_asked(self_of(self), name, "is_property_readonly");
    return py::own(PyBool_FromLong(property->is_readonly ? 1 : 0));
  });
}

PyObject* as_pointer(PyObject* self, PyObject*) {
  return PyLong_FromVoidPtr(const_cast<void*>(self_of(self).identity()));
}

PyObject* path_from_id(PyObject* self, PyObject* args) {
  return py::guarded([&] {
    const char* name = nullptr;
    if (PyArg_ParseTuple(args, "|s:path_from_id", &name) == 0) py::throw_current();
    const Place& place = self_of(self);
    if (!place.record) py::raise(PyExc_ValueError, "path_from_id(): no path to this struct");
    std::string path = place.path.size() > place.record->path.size()
                           ? place.path.substr(place.record->path.size() + 1)
                           : std::string();
    if (name != nullptr) path += (path.empty() ? "" : ".") + std::string(name);
    return py::make_str(path);
  });
}

PyObject* id_data(PyObject* self, void*) {
  return py::guarded([&] {
    const Place& place = self_of(self);
    return make_object_or_none(place.record && place.record->type->is_a("ID") ? place.record
                                                                              : nullptr);
  });
}

/// The registered class of an id, for the kinds that Blender keeps by id.
PyObject* subclass_by_id(PyObject* cls, PyObject* args, bool as_class) {
  return py::guarded([&]() -> py::Ref {
    PyObject* id = nullptr;
    PyObject* fallback = Py_None;
    if (PyArg_ParseTuple(args, "U|O", &id, &fallback) == 0) py::throw_current();
    const std::shared_ptr<StructType> base = type_of(cls, "");
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
        return as_class ? class_of(each) : make_object(place_about(each));
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
  return &self_of(object);
}

void check_is_there(const Place& place) {
  if (place.record && place.record->is_removed) {
    py::raise(PyExc_ReferenceError,
              fmt::format("StructRNA of type {} has been removed", place.record->type->identifier));
  }
}

py::Ref make_struct_type() {
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
  static const PyGetSetDef attributes[] = {
      {"id_data", id_data, nullptr, "The data-block that this is in, or None.", nullptr}, {}};
  PyType_Slot slots[] = {hosts::slot_of(Py_tp_traverse, traverse_object<Place>),
                         hosts::slot_of(Py_tp_dealloc, dealloc_object<Place>),
                         hosts::slot_of(Py_tp_new, create),
                         hosts::table_slot(Py_tp_members, weak_members<Place>()),
                         hosts::table_slot(Py_tp_methods, methods),
                         hosts::table_slot(Py_tp_getset, attributes),
                         hosts::slot_of(Py_tp_getattro, getattro),
                         hosts::slot_of(Py_tp_setattro, setattro),
                         hosts::slot_of(Py_tp_richcompare, compare),
                         hosts::slot_of(Py_tp_hash, hash),
                         hosts::slot_of(Py_tp_repr, represent),
                         hosts::slot_of(Py_tp_str, show),
                         hosts::slot_of(Py_mp_subscript, get_item),
                         hosts::slot_of(Py_mp_ass_subscript, set_item),
                         hosts::slot_of(Py_sq_contains, contains),
                         hosts::slot_of(Py_nb_bool, is_true),
                         {0, nullptr}};
  PyType_Spec spec = {"bpy_struct", sizeof(PythonObject<Place>), 0,
                      Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE, slots};
  return finish_type(spec);
}

}  // namespace afresh::bpy
