// SPDX-License-Identifier: MIT
#include "harness/agent/leaks/heap_roots.hpp"

#include <fmt/format.h>

#include <map>
#include <unordered_set>

#include "harness/agent/ownership/owned_objects.hpp"
#include "harness/agent/probes/probes.hpp"
#include "harness/agent/recording/interposers.hpp"
#include "harness/python/entries.hpp"
#include "harness/values/observation.hpp"

namespace afresh::agent {
namespace {

class Roots {
 public:
  Roots(const SnapshotContext& context, PyObject* strategy)
      : context_(context), strategy_(strategy) {}

  std::vector<HeapRoot> take() && {
    add_host();
    add_interpreter();
    if (strategy_ != nullptr) add({.kind = LinkKind::kStrategy}, strategy_);
    add_modules();
    add_call_result("sys", "getprofile", {.kind = LinkKind::kPlace, .label = "sys.getprofile()"});
    add_call_result("sys", "gettrace", {.kind = LinkKind::kPlace, .label = "sys.gettrace()"});
    add_call_result("contextvars", "copy_context", {.kind = LinkKind::kContext});
    add_threads();
    return std::move(roots_);
  }

 private:
  void add(Link link, PyObject* object) { roots_.push_back({std::move(link), py::borrow(object)}); }
  void add_place(std::string path, PyObject* object) {
    add({.kind = LinkKind::kPlace, .label = std::move(path)}, object);
  }

  void add_host() {
    for (const RegistryProbe& probe : context_.host.registries()) {
      for (std::size_t i = 0; i < probe.entries.size(); ++i) {
        const RegistryEntry& entry = probe.entries[i];
        std::string label = probe.is_ordered ? std::to_string(i) : entry.label;
        add_place(fmt::format("{}[{}]", probe.name, label), entry.object.get());
      }
    }
    for (const py::Ref& kept : context_.host.kept_for_good())
      add({.kind = LinkKind::kHost}, kept.get());
  }

  void add_interpreter() {
    for (const Probe& probe : interpreter_probes()) {
      std::map<std::string, std::size_t> lengths;
      for (const ProbeEntry& entry : probe.read(context_)) {
        const std::string list = entry.list.empty() ? probe.name() : entry.list;
        std::string label = entry.label.empty() ? std::to_string(lengths[list]++) : entry.label;
        add_place(fmt::format("{}[{}]", list, label), entry.object.get());
      }
    }
  }

  void add_modules() {
    std::unordered_set<PyObject*> owned;
    for (const OwnedModule& module : context_.ownership.owned_modules())
      owned.insert(module.module);
    py::for_each_item(PyImport_GetModuleDict(), [&](PyObject* key, PyObject* module) {
      bool is_foreign = PyUnicode_CheckExact(key) && !owned.contains(module);
      if (is_foreign) add_place(py::to_string(key), module);
    });
  }

  // What a function of C gives: nothing where anyone put another in its place.
  void add_call_result(const char* module_name, const char* name, Link link) {
    PyObject* module = py::loaded_module(module_name);
    if (module == nullptr) return;
    PyObject* function = PyDict_GetItemString(PyModule_GetDict(module), name);
    if (function == nullptr || PyCFunction_Check(function) == 0) return;
    py::Ref given = py::steal(PyObject_CallNoArgs(function));
    PyErr_Clear();
    if (given) add(std::move(link), given.get());
  }

  // Frames that are running show the collector nothing: their names are asked for.
  void add_threads() {
    PyObject* sys = py::loaded_module("sys");
    // To ask is an audit event, which would run an add-on's hook.
    if (sys == nullptr || has_audit_hook()) return;
    PyObject* ask = PyDict_GetItemString(PyModule_GetDict(sys), "_current_frames");
    if (ask == nullptr || PyCFunction_Check(ask) == 0) return;
    py::Ref frames = py::own(PyObject_CallNoArgs(ask));
    py::for_each_item(frames.get(), [&](PyObject*, PyObject* frame) {
      for (py::Ref at = py::borrow(frame); at.get() != Py_None;
           at = py::attribute(at.get(), "f_back")) {
        py::Ref code = py::attribute(at.get(), "f_code");
        std::string name = py::to_string(py::attribute(code.get(), "co_name").get());
        add({.kind = LinkKind::kThread, .label = name, .steps = {}},
            py::attribute(at.get(), "f_locals").get());
        add({.kind = LinkKind::kThread, .label = name, .steps = " globals"},
            py::attribute(at.get(), "f_globals").get());
      }
    });
  }

  const SnapshotContext& context_;
  PyObject* strategy_;
  std::vector<HeapRoot> roots_;
};

}  // namespace

std::vector<HeapRoot> heap_roots(const SnapshotContext& context, PyObject* strategy) {
  return Roots(context, strategy).take();
}

}  // namespace afresh::agent
