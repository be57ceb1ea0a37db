// `Int` … `Collection`, `define_property`, `remove_property`.
// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "harness/hosts/plain/api.hpp"

namespace afresh::plain {
namespace {

constexpr const char* kProbe = "hostapi.properties";

/// The one argument, by position or by name; null when it was left out.
PyObject* only_argument(PyObject* args, PyObject* named, const char* format, std::string name) {
  char* names[] = {name.data(), nullptr};
  PyObject* value = nullptr;
  if (PyArg_ParseTupleAndKeywords(args, named, format, names, &value) == 0) py::throw_current();
  return value;
}

py::Ref default_atom(HostPropertyKind kind) {
  switch (kind) {
    case HostPropertyKind::kFloat: return py::own(PyFloat_FromDouble(0.0));
    case HostPropertyKind::kBool: return py::borrow(Py_False);
    case HostPropertyKind::kString: return py::make_str("");
    default: return py::own(PyLong_FromLong(0));
  }
}

template <HostPropertyKind kKind>
PyObject* atom(PyObject* capsule, PyObject* args, PyObject* named) {
  return py::guarded([&] {
    const std::string format = fmt::format("|O:{}", name_of(kKind));
    py::Ref given = py::borrow(only_argument(args, named, format.c_str(), "default"));
    if (!given) given = default_atom(kKind);
    return make_atom_property(get_host_parts(capsule).types.property, kKind, given.get());
  });
}

template <HostPropertyKind kKind>
PyObject* group(PyObject* capsule, PyObject* args, PyObject* named) {
  return py::guarded([&] {
    const std::string format = fmt::format("O:{}", name_of(kKind));
    PyObject* target = only_argument(args, named, format.c_str(), "type");
    return make_group_property(get_host_parts(capsule).types.property, kKind, target);
  });
}

DataBlock to_block(const HostParts& parts, PyObject* type, const char* call) {
  if (type == parts.types.scene.get()) return DataBlock::kScene;
  if (type == parts.types.object.get()) return DataBlock::kObject;
  py::raise(PyExc_TypeError, fmt::format("{}(): expected Scene or Object, not {}", call,
                                         hosts::name_of(parts.passive, type)));
}

py::Ref define_property(HostParts& parts, PyObject* args) {
  PyObject* type = nullptr;
  PyObject* name = nullptr;
  PyObject* property = nullptr;
  if (PyArg_ParseTuple(args, "OUO:define_property", &type, &name, &property) == 0) {
    py::throw_current();
  }
  const hosts::Origin origin = parts.ledger.origin();
  PropertyDefinition definition{.block = to_block(parts, type, "define_property"),
                                .name = py::to_string(name),
                                .property = py::borrow(property),
                                .owner = origin.owner};
  const std::string call = fmt::format("define_property({})", name_of(definition.block));
  if (!is_property(parts.types.property, property)) {
    py::raise(PyExc_TypeError,
              fmt::format("{}: '{}' is given a {}, expected a Property", call, definition.name,
                          hosts::name_of(parts.passive, property)));
  }
  check_target(parts, call, definition.name, definition.property);
  const std::string label = definition.label();
  py::Ref replaced = parts.definitions.add(std::move(definition), parts.taken_names);
  parts.ledger.note(kProbe, label, origin);
  return py::borrow(Py_None);
}

py::Ref remove_property(HostParts& parts, PyObject* args) {
  PyObject* type = nullptr;
  PyObject* name = nullptr;
  if (PyArg_ParseTuple(args, "OU:remove_property", &type, &name) == 0) py::throw_current();
  const DataBlock block = to_block(parts, type, "remove_property");
  py::Ref removed = parts.definitions.remove(block, py::to_string(name));
  parts.ledger.note_removed(kProbe, fmt::format("{}.{}", name_of(block), py::to_string(name)));
  return py::borrow(Py_None);
}

// The C API keeps functions of every shape in one type and casts back by the flags.
PyCFunction with_keywords(PyCFunctionWithKeywords function) {
  return reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(function));
}

}  // namespace

std::span<const PyMethodDef> property_functions() {
  constexpr int kNamed = METH_VARARGS | METH_KEYWORDS;
  static const PyMethodDef functions[] = {
      {"Int", with_keywords(atom<HostPropertyKind::kInt>), kNamed, "Int(default=0)"},
      {"Float", with_keywords(atom<HostPropertyKind::kFloat>), kNamed, "Float(default=0.0)"},
      {"Bool", with_keywords(atom<HostPropertyKind::kBool>), kNamed, "Bool(default=False)"},
      {"String", with_keywords(atom<HostPropertyKind::kString>), kNamed, "String(default='')"},
      {"Pointer", with_keywords(group<HostPropertyKind::kPointer>), kNamed, "Pointer(type)"},
      {"Collection", with_keywords(group<HostPropertyKind::kCollection>), kNamed,
       "Collection(type)"},
      {"define_property", from_python<define_property>, METH_VARARGS,
       "Give Scene or Object a property: (type, name, property)."},
      {"remove_property", from_python<remove_property>, METH_VARARGS,
       "Undo define_property: (type, name). Values stay in the document."}};
  return functions;
}

}  // namespace afresh::plain
