// The interpreter as it was before any add-on: what existed then is foreign, and its modules'
// and classes' namespaces are remembered so that a later change to them can be seen.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "harness/agent/passive.hpp"
#include "harness/python/ref.hpp"

namespace afresh::agent {

/// One entry of a baseline namespace that is not what it was.
struct NamespaceChange {
  std::string path;             ///< `json.dumps`, `logging.Handler.emit`
  PyObject* value = nullptr;    ///< borrowed; null: removed
  bool is_on_demand = false;    ///< new in a module that makes attributes when they are asked for
};

/// Lifetime: made once in the zygote; holds every object of that moment alive, so that an address
/// in it can never mean another object later.
class Baseline {
 public:
  explicit Baseline(const Passive& passive);

  /// In a forked child, before anything else: what forking itself changed (locks of `threading`
  /// and `logging`) is part of the baseline too.
  void absorb_fork();
  [[nodiscard]] bool contains(PyObject* object) const { return objects_.contains(object); }
  [[nodiscard]] bool has_module(const std::string& name) const { return modules_.contains(name); }
  /// `sys.path`, `hostapi.state`: where a baseline namespace holds the object; empty when nowhere.
  [[nodiscard]] std::string name_of(PyObject* object) const;
  /// What was added to, replaced in or removed from baseline modules and classes since.
  [[nodiscard]] std::vector<NamespaceChange> changes() const;

 private:
  struct Entry {
    PyObject* key;
    PyObject* value;
  };
  struct Namespace {
    std::string name;
    PyObject* dict;
    std::vector<Entry> entries;  ///< in dictionary order, held alive by `kept_`
  };
  void remember(std::string name, PyObject* dict);
  void read_entries(Namespace& space);
  [[nodiscard]] static bool is_as_then(const Namespace& space);
  void compare(const Namespace& then, std::vector<NamespaceChange>& changes) const;

  std::vector<py::Ref> kept_;
  std::unordered_set<PyObject*> objects_;
  std::unordered_set<std::string> modules_;
  std::unordered_map<PyObject*, std::string> names_;
  std::vector<Namespace> namespaces_;
};

}  // namespace afresh::agent
