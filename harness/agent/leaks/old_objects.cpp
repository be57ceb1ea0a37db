// SPDX-License-Identifier: MIT
#include "harness/agent/leaks/old_objects.hpp"

#include <algorithm>

#include "harness/agent/leaks/heap_search.hpp"
#include "harness/agent/ownership/owned_objects.hpp"
#include "harness/agent/probes/probes.hpp"
#include "harness/python/entries.hpp"

namespace afresh::agent {
namespace {

// What lies behind these is not the add-on's, although it may hold much of it.
void avoid_foreign(const SnapshotContext& context, HeapSearch& search) {
  const Ownership& ownership = context.ownership;
  py::for_each_item(PyImport_GetModuleDict(), [&](PyObject* key, PyObject* module) {
    // What the baseline had is told by address.
    if (context.baseline.contains(module) || !PyModule_Check(module)) return;
    if (owner_of_module(ownership, module) >= 0 ||
        (PyUnicode_CheckExact(key) && ownership.owner_of(py::to_string(key)) >= 0))
      return;
    search.avoid(module);
    search.avoid(PyModule_GetDict(module));
    py::for_each_item(PyModule_GetDict(module), [&](PyObject*, PyObject* value) {
      if (owner_of_tagged(context.passive, ownership, value) < 0) search.avoid(value);
    });
  });
  for (const NamespaceChange& change : context.baseline.changes()) {
    bool is_foreign =
        change.value != nullptr && owner_of_tagged(context.passive, ownership, change.value) < 0;
    if (is_foreign) search.avoid(change.value);
  }
  for (const ProcessWideObject& each : process_wide_objects(context)) search.avoid(each.object);
}

void leave_out_current(const SnapshotContext& context, OldObjects& old) {
  HeapSearch search(context.passive);
  avoid_foreign(context, search);
  for (const OwnedModule& module : context.ownership.owned_modules()) {
    bool is_wanted = !context.loads.is_given_up(module.addon);
    if (is_wanted && module.module != Py_None) search.begin_at(module.module);
  }
  search.run([&](PyObject* object) {
    if (context.baseline.contains(object)) return false;
    old.current.insert(object);
    return true;
  });
  std::erase_if(old.alive,
                [&](const OldObject& each) { return old.current.contains(each.object); });
}

}  // namespace

OldObjects old_objects(const SnapshotContext& context) {
  const std::vector<std::string>& addons = context.ownership.addons();
  std::vector<std::string> enabled = context.host.enabled();
  OldObjects old;
  for (const Loads::Living& living : context.loads.living()) {
    int owner = owner_of_tagged(context.passive, context.ownership, living.object);
    if (owner < 0) continue;
    const std::string& addon = addons[static_cast<std::size_t>(owner)];
    bool is_disabled =
        context.loads.was_loaded(owner) && std::ranges::find(enabled, addon) == enabled.end();
    bool is_over = is_disabled || context.loads.is_given_up(owner);
    if (is_over || living.born < context.loads.latest_load(owner))
      old.alive.push_back({living.object, owner, living.born});
  }
  if (!old.alive.empty()) leave_out_current(context, old);
  return old;
}

std::uint32_t count_tagged_objects(const SnapshotContext& context) {
  std::vector<Loads::Living> living = context.loads.living();
  return static_cast<std::uint32_t>(std::ranges::count_if(living, [&](const Loads::Living& each) {
    return owner_of_tagged(context.passive, context.ownership, each.object) >= 0;
  }));
}

}  // namespace afresh::agent
