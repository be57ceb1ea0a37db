// The module `hostapi`: built by hand and put into `sys.modules`, so that it needs no static
// definition that CPython would write to, and can be made once for each host.
// SPDX-License-Identifier: MIT
#include "harness/hosts/plain/api.hpp"
#include "harness/hosts/plain/handler_list.hpp"
#include "harness/hosts/plain/view.hpp"

namespace afresh::plain {
namespace {

constexpr const char* kModule = "hostapi";
constexpr const char* kPresent = "hostapi.host";
constexpr const char* kGone = "hostapi.gone";

void add(const HostParts& parts, const char* name, const py::Ref& object) {
  py::check(PyModule_AddObjectRef(parts.module.get(), name, object.get()));
}

void add_functions(const HostParts& parts, std::span<const PyMethodDef> table) {
  py::Ref module_name = py::make_str(kModule);
  for (const PyMethodDef& each : table) {
    // CPython only reads the definition; its signature is older than const.
    add(parts, each.ml_name,
        py::own(PyCFunction_NewEx(const_cast<PyMethodDef*>(&each), parts.capsule.get(),
                                  module_name.get())));
  }
}

void add_types(const HostParts& parts) {
  add(parts, "Operator", parts.types.operator_base);
  add(parts, "Panel", parts.types.panel_base);
  add(parts, "PropertyGroup", parts.types.group_base);
  add(parts, "Property", parts.types.property);
  add(parts, "Scene", parts.types.scene);
  add(parts, "Object", parts.types.object);
}

void make_members(HostParts& parts) {
  parts.handlers = py::own(PyObject_CallNoArgs(parts.types.handler_list.get()));
  bind_handler_list(parts.handlers.get(), &parts);
  parts.state = py::own(PyDict_New());
  parts.scene = make_view(parts, parts.types.scene, "scene", nullptr);
  parts.object = make_view(parts, parts.types.object, "object", nullptr);
}

/// As a module compiled into the interpreter has, so that tools that look at specs find one.
py::Ref make_spec() {
  py::Ref machinery = py::import("importlib.machinery");
  return py::own(PyObject_CallMethod(machinery.get(), "ModuleSpec", "sO", kModule, Py_None));
}

}  // namespace

void install_module(HostParts& parts) {
  // Whatever an error needs is loaded now: the first error must not add to `sys.modules`.
  (void)py::import("traceback");
  parts.capsule = py::own(PyCapsule_New(&parts, kPresent, nullptr));
  parts.module = py::own(PyModule_New(kModule));
  make_members(parts);
  add(parts, "__spec__", make_spec());
  add_types(parts);
  add_functions(parts, class_functions());
  add_functions(parts, property_functions());
  add_functions(parts, event_functions());
  add(parts, "handlers", parts.handlers);
  add(parts, "state", parts.state);
  add(parts, "scene", parts.scene);
  add(parts, "object", parts.object);
  py::check(PyDict_SetItemString(PyImport_GetModuleDict(), kModule, parts.module.get()));
}

void withdraw_module(HostParts& parts) noexcept {
  if (parts.capsule) PyCapsule_SetName(parts.capsule.get(), kGone);
  if (parts.handlers) bind_handler_list(parts.handlers.get(), nullptr);
  PyObject* modules = PyImport_GetModuleDict();
  if (PyDict_GetItemString(modules, kModule) == parts.module.get()) {
    PyDict_DelItemString(modules, kModule);
  }
  PyErr_Clear();
}

HostParts& get_host_parts(PyObject* capsule) {
  if (PyCapsule_IsValid(capsule, kPresent) == 0) {
    py::raise(PyExc_RuntimeError, "hostapi: the host is gone");
  }
  return *static_cast<HostParts*>(PyCapsule_GetPointer(capsule, kPresent));
}

}  // namespace afresh::plain
