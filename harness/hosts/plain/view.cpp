// SPDX-License-Identifier: MIT
#include "harness/hosts/plain/view.hpp"

#include "harness/hosts/plain/annotations.hpp"
#include "harness/hosts/plain/parts.hpp"
#include "harness/hosts/type_spec.hpp"

namespace afresh::plain {
namespace {

const ViewObject& fields(PyObject* view) { return *reinterpret_cast<ViewObject*>(view); }

/// The declaration behind an attribute; empty when there is none.
py::Ref find_property(const HostParts& parts, PyObject* view, const std::string& name) {
  PyObject* group = fields(view).group;
  if (group == nullptr) {
    const bool is_scene = reinterpret_cast<PyObject*>(Py_TYPE(view)) == parts.types.scene.get();
    return parts.definitions.find(is_scene ? DataBlock::kScene : DataBlock::kObject, name);
  }
  for (NamedProperty& each : annotated_properties(parts.passive, parts.types.property, group)) {
    if (each.name == name) return std::move(each.property);
  }
  return {};
}

std::string path_below(PyObject* view, const std::string& name) {
  return py::to_string(fields(view).path) + "." + name;
}

}  // namespace

py::Ref make_view(const HostParts& parts, const py::Ref& type, const std::string& path,
                  PyObject* group) {
  py::Ref view = hosts::new_instance(type);
  auto* self = reinterpret_cast<ViewObject*>(view.get());
  self->host = py::Ref(parts.capsule).release();
  self->path = py::make_str(path).release();
  self->group = py::borrow(group).release();
  return view;
}

py::Ref get_attribute(PyObject* view, PyObject* name) {
  const HostParts& parts = get_host_parts(fields(view).host);
  const std::string text = py::to_string(name);
  py::Ref property = find_property(parts, view, text);
  if (!property) return py::own(PyObject_GenericGetAttr(view, name));
  const PropertyObject& declared = property_fields(property.get());
  const std::string path = path_below(view, text);
  switch (declared.tag) {
    case HostPropertyKind::kPointer:
      return make_view(parts, parts.types.group_view, path, declared.target);
    case HostPropertyKind::kCollection:
      return make_view(parts, parts.types.collection_view, path, declared.target);
    default: break;
  }
  py::Ref value = parts.document.get(path, declared.tag);
  return value ? value : py::borrow(declared.default_value);
}

void set_attribute(PyObject* view, PyObject* name, PyObject* value) {
  HostParts& parts = get_host_parts(fields(view).host);
  const std::string text = py::to_string(name);
  const std::string path = path_below(view, text);
  py::Ref property = find_property(parts, view, text);
  if (!property) py::raise(PyExc_AttributeError, path + " is not defined");
  if (value == nullptr) py::raise(PyExc_AttributeError, path + " cannot be deleted");
  const HostPropertyKind kind = property_fields(property.get()).tag;
  parts.document.set(path, kind, to_atom(kind, value, path));
}

}  // namespace afresh::plain
