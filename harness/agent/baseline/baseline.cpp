// SPDX-License-Identifier: MIT
#include "harness/agent/baseline/baseline.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "harness/agent/facts/abc_registry.hpp"
#include "harness/python/entries.hpp"

namespace afresh::agent {
namespace {

// Written by the interpreter itself while it runs: caches and state, no change by an add-on.
constexpr std::array<std::string_view, 13> kVolatile{"__warningregistry__",
                                                     "__abstractmethods__",
                                                     "_abc_impl",
                                                     "last_type",
                                                     "last_value",
                                                     "last_traceback",
                                                     "last_exc",
                                                     "__annotations__",
                                                     "_cache",
                                                     "__doc__",
                                                     "path_importer_cache",
                                                     "__static_attributes__",
                                                     "_epoch"};

bool is_volatile(PyObject* key) {
  if (!PyUnicode_CheckExact(key)) return true;
  std::string name = py::to_string(key);
  for (std::string_view known : kVolatile) {
    if (name == known) return true;
  }
  return false;
}

bool has_exactly(PyObject* container, const std::vector<HeldEntry>& entries) {
  std::size_t same = 0;
  bool is_same = py::for_each_entry(container, [&](PyObject* key, PyObject* value) {
    if (same == entries.size()) return false;
    const HeldEntry& then = entries[same++];
    return then.key == key && then.value == value;
  });
  return is_same && same == entries.size();
}

}  // namespace

Baseline::Baseline(const py::PassiveReader& passive) : passive_(passive) {
  py::Ref gc = py::import("gc");
  py::Ref all = py::own(PyObject_CallMethod(gc.get(), "get_objects", nullptr));
  objects_.reserve(static_cast<std::size_t>(PyList_Size(all.get())));
  for (Py_ssize_t i = 0; i < PyList_Size(all.get()); ++i)
    objects_.insert(PyList_GetItem(all.get(), i));
  // The list itself is made by us and is nobody's object.
  kept_.push_back(all);

  py::for_each_item(PyImport_GetModuleDict(), [&](PyObject* key, PyObject* module) {
    std::string name = py::to_string(key);
    kept_.push_back(py::borrow(key));
    kept_.push_back(py::borrow(module));
    bool has_space = PyModule_Check(module);
    modules_.emplace(name, Module{key, module, has_space ? namespaces_.size() : kNoSpace});
    if (has_space) remember(name, PyModule_GetDict(module));
  });
  for (Py_ssize_t i = 0; i < PyList_Size(all.get()); ++i) {
    PyObject* object = PyList_GetItem(all.get(), i);
    if (!PyType_Check(object) || !passive.is_python_class(object)) continue;
    // Only classes that an attribute can be set on; static types have no changeable namespace.
    auto* type = reinterpret_cast<PyTypeObject*>(object);
    if ((PyType_GetFlags(type) & Py_TPFLAGS_HEAPTYPE) == 0) continue;
    remember(passive.full_name(object), passive.class_dict(object));
  }
  remember_containers();
  remember_abcs(all.get());
}

void Baseline::remember_containers() {
  // A namespace that lies in another (`__builtins__`) is compared as what it is.
  std::unordered_set<PyObject*> others;
  for (const Namespace& space : namespaces_) others.insert(space.dict);
  for (const Namespace& space : namespaces_) {
    for (HeldContainer& found : containers_in(space.name, space.dict)) {
      if (others.contains(found.object) || !held_.emplace(found.object, containers_.size()).second)
        continue;
      kept_.push_back(py::borrow(found.object));
      containers_.push_back({std::move(found), {}});
      keep_entries(containers_.back().held.object, containers_.back().entries);
    }
  }
}

void Baseline::remember_abcs(PyObject* all) {
  for (Py_ssize_t i = 0; i < PyList_Size(all); ++i) {
    PyObject* object = PyList_GetItem(all, i);
    if (!PyType_Check(object) || !is_abc(passive_, object)) continue;
    abcs_.push_back({object, {}});
    for (const py::Ref& cls : abc_registry(passive_, object))
      abcs_.back().registered.push_back(cls.get());
  }
  abc_token_ = abc_token();
}

std::span<const HeldAbc> Baseline::changed_abcs() const {
  if (PyLong_AsLong(abc_token().get()) == PyLong_AsLong(abc_token_.get())) return {};
  return abcs_;
}

void Baseline::remember(std::string name, PyObject* dict) {
  namespaces_.push_back({.name = std::move(name), .dict = dict, .entries = {}});
  kept_.push_back(py::borrow(dict));
  read_entries(namespaces_.size() - 1);
}

void Baseline::keep_entries(PyObject* container, std::vector<HeldEntry>& entries) {
  std::vector<HeldEntry> before = std::exchange(entries, {});
  py::for_each_entry(container, [&](PyObject* key, PyObject* value) {
    std::size_t at = entries.size();
    bool is_kept = at < before.size() && before[at].key == key && before[at].value == value;
    if (!is_kept) {
      kept_.push_back(py::borrow(key));
      kept_.push_back(py::borrow(value));
    }
    entries.push_back({key, value});
    return true;
  });
}

void Baseline::read_entries(std::size_t index) {
  Namespace& space = namespaces_[index];
  keep_entries(space.dict, space.entries);
  for (const HeldEntry& entry : space.entries) {
    if (PyUnicode_CheckExact(entry.key) && !PyModule_Check(entry.value))
      places_.try_emplace(entry.value, NamespaceKey{index, entry.key});
  }
  if (dict_version_.is_known()) space.version = dict_version_.of(space.dict);
}

bool Baseline::matches_baseline(const Container& container) const {
  return has_exactly(container.held.object, container.entries);
}

bool Baseline::matches_baseline(const Namespace& space) const {
  if (dict_version_.is_known() && dict_version_.of(space.dict) == space.version) return true;
  return has_exactly(space.dict, space.entries);
}

void Baseline::absorb_fork() {
  for (std::size_t i = 0; i < namespaces_.size(); ++i) {
    if (matches_baseline(namespaces_[i])) continue;
    read_entries(i);
    for (const HeldEntry& entry : namespaces_[i].entries) objects_.insert(entry.value);
  }
  for (Container& container : containers_) {
    if (!matches_baseline(container)) keep_entries(container.held.object, container.entries);
  }
}

std::string Baseline::name_of(PyObject* object) const {
  auto found = places_.find(object);
  if (found == places_.end()) return {};
  return namespaces_[found->second.space].name + "." + py::to_string(found->second.key);
}

std::vector<NamespaceChange> Baseline::changes() const {
  std::vector<NamespaceChange> changes;
  for (const Namespace& then : namespaces_) compare(then, changes);
  return changes;
}

std::vector<ChangedBaselineModule> Baseline::changed_modules() const {
  std::vector<ChangedBaselineModule> changed;
  PyObject* modules = PyImport_GetModuleDict();
  for (const auto& [name, then] : modules_) {
    PyObject* now = PyDict_GetItem(modules, then.key);
    if (now == nullptr) {
      changed.push_back({name, ModuleChange::kGone});
    } else if (now != then.object) {
      changed.push_back({name, ModuleChange::kReplaced});
    } else if (then.space != kNoSpace && is_run_again(namespaces_[then.space])) {
      changed.push_back({name, ModuleChange::kRunAgain});
    }
  }
  std::ranges::sort(changed, {}, &ChangedBaselineModule::name);
  return changed;
}

// A function by its globals: what only wraps another one claims that one's module.
bool Baseline::is_defined_in(const Namespace& space, PyObject* object) const {
  if (PyType_Check(object)) return passive_.module_of_class(object) == space.name;
  return passive_.is_function(object) && passive_.function_fields(object).globals == space.dict;
}

// `importlib.reload` gives a module another specification; whoever runs its code by hand makes at
// least all that it defines anew.
bool Baseline::is_run_again(const Namespace& space) const {
  if (matches_baseline(space)) return false;
  bool has_definitions = false;
  bool are_all_new = true;
  for (const HeldEntry& then : space.entries) {
    if (!PyUnicode_CheckExact(then.key)) continue;
    PyObject* now = PyDict_GetItem(space.dict, then.key);
    bool is_new = now != nullptr && now != then.value;
    if (is_new && PyUnicode_CompareWithASCIIString(then.key, "__spec__") == 0) return true;
    if (!is_defined_in(space, then.value)) continue;
    has_definitions = true;
    are_all_new = are_all_new && is_new && !contains(now) && is_defined_in(space, now);
  }
  return has_definitions && are_all_new;
}

std::vector<HeldContainer> Baseline::changed_containers() const {
  std::vector<HeldContainer> changed;
  for (const Container& container : containers_) {
    if (!matches_baseline(container)) changed.push_back(container.held);
  }
  return changed;
}

std::vector<HeldEntry> Baseline::new_entries(PyObject* dict) const {
  std::vector<HeldEntry> entries;
  auto found = held_.find(dict);
  if (found == held_.end() || matches_baseline(containers_[found->second])) return entries;
  const std::vector<HeldEntry>& then = containers_[found->second].entries;
  py::for_each_entry(dict, [&](PyObject* key, PyObject* value) {
    bool was_there = std::ranges::any_of(
        then, [&](const HeldEntry& e) { return e.key == key && e.value == value; });
    if (!was_there) entries.push_back({key, value});
    return true;
  });
  return entries;
}

void Baseline::compare(const Namespace& then, std::vector<NamespaceChange>& changes) const {
  if (matches_baseline(then)) return;
  bool ran_again = is_run_again(then);
  std::unordered_map<std::string, PyObject*> old_values;
  for (const HeldEntry& entry : then.entries) {
    if (!is_volatile(entry.key)) old_values.emplace(py::to_string(entry.key), entry.value);
  }
  // As `typing` of 3.13 does, which imports `re` only when someone asks for `Pattern`.
  bool makes_on_demand = old_values.contains("__getattr__");
  py::for_each_item(then.dict, [&](PyObject* key, PyObject* value) {
    if (is_volatile(key)) return;
    std::string name = py::to_string(key);
    auto old = old_values.find(name);
    bool is_unchanged = old != old_values.end() && old->second == value;
    // A submodule imported later becomes an attribute of its package.
    bool is_submodule = PyModule_Check(value) && old == old_values.end();
    if (!is_unchanged && !is_submodule) {
      changes.push_back(
          {then.name + "." + name, value, makes_on_demand && old == old_values.end(), ran_again});
    }
    if (old != old_values.end()) old_values.erase(old);
  });
  for (const auto& [name, value_then] : old_values)
    changes.push_back({then.name + "." + name, nullptr, false, ran_again});
}

}  // namespace afresh::agent
