// SPDX-License-Identifier: MIT
#include "harness/agent/snapshot/snapshot.hpp"

#include <algorithm>
#include <set>

#include "harness/agent/probes/probes.hpp"
#include "harness/agent/snapshot/library_modules.hpp"
#include "harness/agent/snapshot/object_walk.hpp"
#include "harness/python/collector.hpp"
#include "harness/python/entries.hpp"

namespace afresh::agent {
namespace {

// Entries of one probe, a root for each owner (order between owners depends on who was reloaded
// last) and for each sequence within the probe.
void add_roots(ObjectWalk& walk, RootGroup group, const std::string& probe, bool is_labelled,
               const std::vector<ProbeEntry>& entries) {
  auto owners = static_cast<int>(walk.context().ownership.addons().size());
  std::set<std::string> lists{""};
  for (const ProbeEntry& entry : entries) {
    lists.insert(entry.list);
    if (!entry.text.empty()) walk.name_object(entry.object.get(), entry.text);
  }
  for (int owner = -1; owner < owners; ++owner) {
    for (const std::string& list : lists) {
      std::vector<ObjectWalk::Entry> of_owner;
      for (const ProbeEntry& entry : entries) {
        if (entry.owner == owner && entry.list == list)
          of_owner.push_back({entry.object, entry.label});
      }
      if (list.empty() && (is_labelled || group == RootGroup::kHost || !of_owner.empty())) {
        walk.registry(group, probe, owner, is_labelled, of_owner);
      } else if (!of_owner.empty()) {
        walk.registry(group, list, owner, false, of_owner);
      }
    }
  }
}

void add_host_roots(ObjectWalk& walk) {
  const Ownership& ownership = walk.context().ownership;
  for (const RegistryProbe& probe : walk.context().host.registries()) {
    std::vector<ProbeEntry> entries;
    for (const RegistryEntry& entry : probe.entries) {
      // The host goes by the name of whoever calls, which may be a strategy's own for an add-on.
      int owner = ownership.owner_of(entry.owner);
      if (owner < 0) owner = walk.context().owner_of(entry.object.get());
      entries.push_back({entry.object, entry.label, owner});
    }
    RootGroup group = probe.is_document ? RootGroup::kDocument : RootGroup::kHost;
    add_roots(walk, group, probe.name, !probe.is_ordered, entries);
  }
}

std::vector<std::string> libraries(const SnapshotContext& context,
                                   const std::vector<OwnedModule>& owned) {
  std::vector<std::string> names;
  py::for_each_item(PyImport_GetModuleDict(), [&](PyObject* key, PyObject*) {
    if (!PyUnicode_CheckExact(key)) return;
    std::string name = py::to_string(key);
    bool is_owned =
        std::ranges::any_of(owned, [&](const OwnedModule& entry) { return entry.key == name; });
    if (!is_owned && !context.baseline.has_module(name)) names.push_back(std::move(name));
  });
  return names;
}

// Classes and functions by the name that they have themselves, whatever the module calls them.
std::string name_in_library(const ObjectWalk& walk, PyObject* object, const std::string& path) {
  const py::PassiveReader& passive = walk.context().passive;
  if (PyType_Check(object)) return "class " + passive.full_name(object);
  if (!passive.is_function(object)) return "object " + path;
  py::FunctionFields fields = passive.function_fields(object);
  auto text = [](PyObject* field) {
    return field != nullptr && PyUnicode_Check(field) ? py::to_string(field) : std::string();
  };
  return "function " + text(fields.module) + "." + text(fields.qualname);
}

// What a library module imported since the baseline holds directly is written by name, like the
// baseline's own: looking into it would make a snapshot grow with the library.
void name_library_objects(ObjectWalk& walk, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    PyObject* module = py::loaded_module(name.c_str());
    if (module == nullptr) continue;
    walk.name_object(PyModule_GetDict(module), "namespace of " + name);
    py::for_each_item(PyModule_GetDict(module), [&](PyObject* key, PyObject* value) {
      if (PyModule_Check(value) || !PyUnicode_CheckExact(key) ||
          walk.context().owner_of(value) >= 0)
        return;
      walk.name_object(value, name_in_library(walk, value, name + "." + py::to_string(key)));
    });
  }
}

}  // namespace

Snapshot take_snapshot(const SnapshotContext& context) {
  py::GcPause guard;
  ObjectWalk walk(context);
  std::vector<OwnedModule> owned = context.ownership.owned_modules();
  Snapshot snapshot;
  snapshot.libraries = libraries(context, owned);
  for (ProcessWideObject& each : process_wide_objects(context))
    walk.name_object(each.object, std::move(each.text));
  name_library_objects(walk, snapshot.libraries);
  add_library_roots(walk, snapshot.libraries);
  for (const OwnedModule& module : owned) {
    walk.graph().root(RootGroup::kModules, module.key, module.addon, walk.visit(module.module));
  }
  add_host_roots(walk);
  for (const Probe& probe : interpreter_probes()) {
    add_roots(walk, RootGroup::kInterpreter, probe.name(), probe.is_labelled, probe.read(context));
  }
  walk.run();
  snapshot.graph = walk.graph().take();
  return snapshot;
}

}  // namespace afresh::agent
