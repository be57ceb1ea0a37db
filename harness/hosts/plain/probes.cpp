// SPDX-License-Identifier: MIT
#include "harness/hosts/plain/probes.hpp"

#include "harness/python/collector.hpp"
#include "harness/python/entries.hpp"

namespace afresh::plain {
namespace {

/// The noted owner, else the add-on that the object says it comes from. What comes from the host
/// itself has no owner.
std::string owner_of(const HostParts& parts, const py::Ref& object, const std::string& noted) {
  if (!noted.empty()) return noted;
  std::string module = hosts::top_module_name(parts.passive, object.get());
  return module == "hostapi" ? std::string() : module;
}

RegistryEntry entry(const HostParts& parts, py::Ref object, std::string label,
                    const std::string& noted) {
  std::string owner = owner_of(parts, object, noted);
  return {.object = std::move(object), .label = std::move(label), .owner = std::move(owner)};
}

RegistryProbe classes(const HostParts& parts) {
  RegistryProbe probe{.name = "hostapi.classes", .is_ordered = true};
  for (const RegisteredClass& each : parts.classes.entries()) {
    probe.entries.push_back(entry(parts, each.cls, "", each.owner));
  }
  return probe;
}

RegistryProbe handlers(const HostParts& parts) {
  RegistryProbe probe{.name = "hostapi.handlers", .is_ordered = true};
  for (Py_ssize_t i = 0; i < PyList_Size(parts.handlers.get()); ++i) {
    py::Ref handler = py::borrow(PyList_GetItem(parts.handlers.get(), i));
    const std::string noted = parts.handler_owners.owner_of(handler.get());
    probe.entries.push_back(entry(parts, std::move(handler), "", noted));
  }
  return probe;
}

RegistryProbe timers(const HostParts& parts) {
  RegistryProbe probe{.name = "hostapi.timers", .is_ordered = true};
  for (const Timer& each : parts.timers.entries()) {
    probe.entries.push_back(entry(parts, each.function, "", each.owner));
  }
  return probe;
}

RegistryProbe properties(const HostParts& parts) {
  RegistryProbe probe{.name = "hostapi.properties"};
  for (const PropertyDefinition& each : parts.definitions.entries()) {
    probe.entries.push_back(entry(parts, each.property, each.label(), each.owner));
  }
  return probe;
}

RegistryProbe state(const HostParts& parts) {
  RegistryProbe probe{.name = "hostapi.state"};
  py::for_each_item(parts.state.get(), [&](PyObject* key, PyObject* value) {
    // The text of any other key would need its `__repr__`.
    std::string label =
        PyUnicode_Check(key)
            ? py::to_string(key)
            : parts.passive.name_of_class(reinterpret_cast<PyObject*>(Py_TYPE(key)));
    probe.entries.push_back(entry(parts, py::borrow(value), std::move(label), ""));
  });
  return probe;
}

RegistryProbe claims(const HostParts& parts) {
  RegistryProbe probe{.name = "hostapi.claims"};
  for (const Claim& each : parts.claims.entries()) {
    probe.entries.push_back(entry(parts, each.name, each.text, each.owner));
  }
  return probe;
}

RegistryProbe enabled(const HostParts& parts) {
  RegistryProbe probe{.name = "hostapi.enabled"};
  for (const std::string& addon : parts.lifecycle.enabled()) {
    probe.entries.push_back(entry(parts, py::borrow(Py_True), addon, addon));
  }
  return probe;
}

RegistryProbe draw(const HostParts& parts) {
  RegistryProbe probe{.name = "hostapi.draw"};
  PyObject* current = PyDict_GetItemString(PyModule_GetDict(parts.module.get()), "draw");
  if (current != nullptr) probe.entries.push_back(entry(parts, py::borrow(current), "draw", ""));
  return probe;
}

RegistryProbe document(const HostParts& parts) {
  RegistryProbe probe{.name = "hostapi.document", .entries = {}, .is_document = true};
  for (const auto& [path, value] : parts.document.values()) {
    probe.entries.push_back(entry(parts, value.atom, path, ""));
  }
  return probe;
}

}  // namespace

std::vector<RegistryProbe> read_registries(const HostParts& parts) {
  py::GcPause guard;
  return {enabled(parts), classes(parts), handlers(parts), timers(parts),  properties(parts),
          state(parts),   claims(parts),  draw(parts),     document(parts)};
}

}  // namespace afresh::plain
