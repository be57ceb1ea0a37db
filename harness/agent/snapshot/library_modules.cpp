// SPDX-License-Identifier: MIT
#include "harness/agent/snapshot/library_modules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "harness/python/entries.hpp"

namespace afresh::agent {
namespace {

constexpr int kNobody = -1;

bool is_defined_in(const ObjectWalk& walk, const std::string& name, PyObject* dict,
                   PyObject* object) {
  const py::PassiveReader& passive = walk.context().passive;
  if (PyType_Check(object)) return passive.module_of_class(object) == name;
  return passive.is_function(object) && passive.function_fields(object).globals == dict;
}

// The number that the oldest of a module's own classes and functions came with, if it has any: one
// added later is no sign that the module was loaded again.
std::optional<std::uint32_t> oldest_definition(const ObjectWalk& walk, const std::string& name,
                                               PyObject* dict) {
  std::optional<std::uint32_t> oldest;
  py::for_each_item(dict, [&](PyObject*, PyObject* value) {
    if (!is_defined_in(walk, name, dict, value)) return;
    std::uint32_t born = walk.context().loads.born(value);
    oldest = std::min(oldest.value_or(born), born);
  });
  return oldest;
}

// As for those of the baseline: another module object, another specification, or all that it
// defines made anew.
std::uint32_t last_run(const ObjectWalk& walk, const std::string& name, PyObject* module) {
  Loads& loads = walk.context().loads;
  std::uint32_t born = loads.born(module);
  if (!PyModule_Check(module)) return born;
  PyObject* dict = PyModule_GetDict(module);
  PyObject* spec = PyDict_GetItemString(dict, "__spec__");
  if (spec != nullptr && spec != Py_None) born = std::max(born, loads.born(spec));
  return std::max(born, oldest_definition(walk, name, dict).value_or(0));
}

}  // namespace

void add_library_roots(ObjectWalk& walk, const std::vector<std::string>& libraries) {
  GraphBuilder& graph = walk.graph();
  for (const ChangedBaselineModule& changed : walk.context().baseline.changed_modules()) {
    graph.root(RootGroup::kModules, changed.name, kNobody,
               graph.atom(fmt::format("change {}", name_of(changed.change))));
  }
  for (const std::string& name : libraries) {
    PyObject* module = PyDict_GetItemString(PyImport_GetModuleDict(), name.c_str());
    if (module == nullptr) continue;
    EdgeTarget number = graph.atom(fmt::format("load {}", last_run(walk, name, module)));
    graph.root(RootGroup::kModules, name, kNobody, number);
  }
}

}  // namespace afresh::agent
