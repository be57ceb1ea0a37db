// `register_class`, `unregister_class`, `is_registered`, `find_class`.
// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "harness/hosts/plain/annotations.hpp"
#include "harness/hosts/plain/api.hpp"

namespace afresh::plain {
namespace {

constexpr const char* kProbe = "hostapi.classes";

bool derives_from(PyObject* cls, const py::Ref& base) {
  return cls != base.get() && PyType_IsSubtype(reinterpret_cast<PyTypeObject*>(cls),
                                               reinterpret_cast<PyTypeObject*>(base.get())) != 0;
}

HostClassKind find_class_kind(const HostParts& parts, PyObject* cls) {
  if (PyType_Check(cls)) {
    if (derives_from(cls, parts.types.operator_base)) return HostClassKind::kOperator;
    if (derives_from(cls, parts.types.panel_base)) return HostClassKind::kPanel;
    if (derives_from(cls, parts.types.group_base)) return HostClassKind::kPropertyGroup;
  }
  py::raise(
      PyExc_TypeError,
      fmt::format("register_class({}): expected a subclass of Operator, Panel or PropertyGroup",
                  hosts::name_of(parts.passive, cls)));
}

py::Ref register_class(HostParts& parts, PyObject* cls) {
  const HostClassKind kind = find_class_kind(parts, cls);
  const std::string name = parts.passive.name_of_class(cls);
  const std::string call = fmt::format("register_class({})", name);
  for (const NamedProperty& each : annotated_properties(parts.passive, parts.types.property, cls)) {
    check_target(parts, call, each.name, each.property);
  }
  const hosts::Origin origin = parts.ledger.origin();
  py::Ref pushed_out =
      parts.classes.add({.cls = py::borrow(cls), .kind = kind, .name = name, .owner = origin.owner},
                        parts.taken_names);
  parts.ledger.note(kProbe, name, origin);
  return py::borrow(Py_None);
}

py::Ref unregister_class(HostParts& parts, PyObject* cls) {
  const std::string name = hosts::name_of(parts.passive, cls);
  py::Ref removed = parts.classes.remove(cls, name);
  parts.ledger.note_removed(kProbe, name);
  return py::borrow(Py_None);
}

py::Ref is_registered(HostParts& parts, PyObject* cls) {
  return py::own(PyBool_FromLong(parts.classes.find(cls) != nullptr ? 1 : 0));
}

py::Ref find_class(HostParts& parts, PyObject* name) {
  if (!PyUnicode_Check(name)) py::raise(PyExc_TypeError, "find_class(): expected a str");
  const RegisteredClass* entry = parts.classes.find_last(py::to_string(name));
  return entry == nullptr ? py::borrow(Py_None) : entry->cls;
}

}  // namespace

void check_target(const HostParts& parts, const std::string& call, const std::string& name,
                  const py::Ref& property) {
  PyObject* target = property_fields(property.get()).target;
  if (target == Py_None) return;
  const RegisteredClass* entry = parts.classes.find(target);
  if (entry != nullptr && entry->kind == HostClassKind::kPropertyGroup) return;
  py::raise(PyExc_TypeError,
            fmt::format("{}: property '{}' points at '{}', which is not a registered class", call,
                        name, parts.passive.name_of_class(target)));
}

std::span<const PyMethodDef> class_functions() {
  static const PyMethodDef functions[] = {
      {"register_class", from_python<register_class>, METH_O, "Register a class with the host."},
      {"unregister_class", from_python<unregister_class>, METH_O, "Undo register_class."},
      {"is_registered", from_python<is_registered>, METH_O,
       "Whether this very class is registered."},
      {"find_class", from_python<find_class>, METH_O,
       "The class registered last by name, or None."}};
  return functions;
}

}  // namespace afresh::plain
