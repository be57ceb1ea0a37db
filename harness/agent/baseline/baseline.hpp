// The interpreter as it was before any add-on: what existed then is foreign, and its modules' and
// classes' namespaces, the containers directly in them and the registries of its ABCs are
// remembered, so that a later change to them can be seen.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory_resource>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "harness/agent/baseline/dict_version.hpp"
#include "harness/agent/baseline/foreign_containers.hpp"
#include "harness/python/passive.hpp"
#include "harness/python/ref.hpp"
#include "harness/values/module_change.hpp"

namespace afresh::agent {

/// One entry of a baseline namespace that is not what it was.
struct NamespaceChange {
  std::string path;           ///< `json.dumps`, `logging.Handler.emit`
  PyObject* value = nullptr;  ///< borrowed; null: removed
  bool is_on_demand = false;  ///< new in a module that makes attributes when they are asked for
  bool is_run_again = false;  ///< in a module whose code ran once more
};

/// A baseline module that is not what it was.
struct ChangedBaselineModule {
  std::string name;
  ModuleChange change{};
};

/// Borrowed.
struct HeldEntry {
  PyObject* key;  ///< of a list or set null
  PyObject* value;
};

/// An ABC of the baseline, and the classes that were registered with it then.
struct HeldAbc {
  PyObject* cls;
  std::vector<PyObject*> registered;
};

/// Lifetime: made once in the zygote; holds alive every object that the collector knew then and all
/// that is remembered besides, so that an address in it can never mean another object later.
class Baseline {
 public:
  explicit Baseline(const py::PassiveReader& passive);

  /// In a forked child, before anything else: what forking itself changed (locks of `threading`
  /// and `logging`) is part of the baseline too.
  void absorb_fork();
  [[nodiscard]] bool contains(PyObject* object) const { return objects_.contains(object); }
  [[nodiscard]] bool has_module(const std::string& name) const { return modules_.contains(name); }
  /// `sys.path`, `hostapi.state`: where a baseline namespace holds the object; empty when nowhere.
  [[nodiscard]] std::string name_of(PyObject* object) const;
  /// What was added to, replaced in or removed from baseline modules and classes since.
  [[nodiscard]] std::vector<NamespaceChange> changes() const;
  /// The keys of `sys.modules` of that time that have not the module of that time, as it was.
  [[nodiscard]] std::vector<ChangedBaselineModule> changed_modules() const;
  /// The containers of baseline modules and classes that hold something else than they did.
  [[nodiscard]] std::vector<HeldContainer> changed_containers() const;
  /// What such a container has now under keys that had something else, or nothing, then.
  [[nodiscard]] std::vector<HeldEntry> new_entries(PyObject* dict) const;
  [[nodiscard]] bool holds_container(PyObject* object) const { return held_.contains(object); }
  /// Every ABC of that time, where anything was registered with any ABC since; else none.
  [[nodiscard]] std::span<const HeldAbc> changed_abcs() const;

 private:
  static constexpr std::size_t kNoSpace = ~std::size_t{0};
  struct Namespace {
    std::string name;
    PyObject* dict;
    std::vector<HeldEntry> entries;  ///< in dictionary order, held alive by `kept_`
    std::uint64_t version = 0;       ///< of the dictionary, where that is known
  };
  struct NamespaceKey {
    std::size_t space;  ///< index into `namespaces_`
    PyObject* key;      ///< a `str`, held alive by `kept_`
  };
  struct Module {
    PyObject* key;
    PyObject* object;
    std::size_t space = kNoSpace;  ///< index into `namespaces_`
  };
  struct Container {
    HeldContainer held;
    std::vector<HeldEntry> entries;  ///< in order; of a list or set without keys
  };
  void remember(std::string name, PyObject* dict);
  void remember_containers();
  void remember_abcs(PyObject* all);
  void keep_entries(PyObject* container, std::vector<HeldEntry>& entries);
  void read_entries(std::size_t index);
  [[nodiscard]] bool matches_baseline(const Namespace& space) const;
  [[nodiscard]] bool is_run_again(const Namespace& space) const;
  [[nodiscard]] bool is_defined_in(const Namespace& space, PyObject* object) const;
  [[nodiscard]] bool matches_baseline(const Container& container) const;
  void compare(const Namespace& then, std::vector<NamespaceChange>& changes) const;

  const py::PassiveReader& passive_;
  DictVersion dict_version_;
  std::vector<py::Ref> kept_;
  // Every new process fills these once, so what their nodes cost counts.
  std::pmr::monotonic_buffer_resource arena_;
  std::pmr::unordered_set<PyObject*> objects_{&arena_};
  std::unordered_map<std::string, Module> modules_;
  std::pmr::unordered_map<PyObject*, NamespaceKey> places_{
      &arena_};  ///< the first namespace that holds it
  std::vector<Namespace> namespaces_;
  std::vector<Container> containers_;
  std::unordered_map<PyObject*, std::size_t> held_;  ///< index into `containers_` by address
  std::vector<HeldAbc> abcs_;
  py::Ref abc_token_;  ///< of that time: another one after every registration with an ABC
};

}  // namespace afresh::agent
