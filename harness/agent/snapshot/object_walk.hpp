// The walk of one snapshot: from roots to everything that the add-ons are and have touched, written
// down as a graph. Runs no Python code, changes nothing, never collects garbage.
// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <memory_resource>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "harness/agent/facts/type_facts.hpp"
#include "harness/agent/probes/snapshot_context.hpp"
#include "harness/agent/snapshot/graph_builder.hpp"

namespace afresh::agent {

/// From the roots to everything that they lead to.
class ObjectWalk {
 public:
  explicit ObjectWalk(const SnapshotContext& context)
      : context_(context), types_(context.passive) {}

  /// The target for an object; expands it later unless it is foreign or an atom.
  EdgeTarget visit(PyObject* object);
  /// From here on this object is written as this text instead of being expanded: what is
  /// process-wide (a logger) is looked into by its own probe, wherever else it is met.
  void name_object(PyObject* object, std::string text) { names_.emplace(object, std::move(text)); }
  /// One entry of a probe for `registry`.
  struct Entry {
    py::Ref object;
    std::string label;
  };
  /// A probe's entries for one owner: a sequence, or by label.
  void registry(RootGroup group, const std::string& probe, int owner, bool is_labelled,
                const std::vector<Entry>& entries);
  /// Keep something alive until the snapshot is done, so that no address is used twice.
  PyObject* keep(py::Ref object);
  /// Expand what was visited until nothing is left.
  void run();

  GraphBuilder& graph() { return graph_; }
  const SnapshotContext& context() const { return context_; }

 private:
  struct Pending {
    PyObject* object;
    NodeId node;
    void (ObjectWalk::*expand)(PyObject*);
  };
  std::optional<EdgeTarget> visit_named(PyObject* object);
  EdgeTarget visit_class(PyObject* cls);
  EdgeTarget visit_function(PyObject* function);
  EdgeTarget visit_module(PyObject* module);
  EdgeTarget visit_other(PyObject* object);
  EdgeTarget visit_dict(PyObject* dict);
  EdgeTarget add(PyObject* object, const GraphBuilder::NodeFacts& facts,
                 void (ObjectWalk::*expand)(PyObject*));

  void expand_module(PyObject* module);
  void expand_namespace(PyObject* dict);
  void expand_class(PyObject* cls);
  void expand_function(PyObject* function);
  void expand_dict(PyObject* dict);
  void expand_items(PyObject* dict);
  void expand_pairs(PyObject* dict);
  void expand_pair(PyObject* tuple);
  void expand_list(PyObject* list);
  void expand_set(PyObject* set);
  void expand_members(PyObject* tuple);
  void expand_weak_reference(PyObject* weak);
  void expand_transparent(PyObject* object);
  void expand_instance(PyObject* object);
  void tuple_edges(PyObject* tuple);
  void content_edges(PyObject* object, PyObject* dict);
  void items_edge(PyObject* dict);
  void member_edges(PyObject* object, std::unordered_set<PyObject*>& named);
  void part_edges(PyObject* object, const std::unordered_set<PyObject*>& named);
  void registry_edge(const std::vector<py::Ref>& classes);
  void local_edges(PyObject* object);
  void native_edges(PyObject* object);
  /// Edges to the values of a namespace, each under its name; `is_skipped` names left out.
  template <typename IsSkipped>
  void name_edges(PyObject* dict, IsSkipped&& is_skipped);
  /// `.name`, made once for each key object.
  StringId name_label(PyObject* key);
  void spec_edge(PyObject* spec);
  [[nodiscard]] bool is_held_by_its_module(PyObject* object, const std::string& module,
                                           std::string_view qualname) const;
  [[nodiscard]] bool is_foreign_class(PyObject* cls, const std::string& module,
                                      const std::string& qualname) const;
  [[nodiscard]] bool is_foreign_function(PyObject* function,
                                         const py::FunctionFields& fields) const;
  void key_edge(PyObject* key, PyObject* value);
  void annotation_edge(PyObject* key, PyObject* value);
  [[nodiscard]] bool has_atomic_keys(PyObject* dict) const;
  [[nodiscard]] static bool is_namespace(PyObject* dict);

  SnapshotContext context_;
  // Thousands of small entries that all go at once.
  std::pmr::monotonic_buffer_resource arena_;
  GraphBuilder graph_;
  TypeTable types_;
  std::pmr::unordered_map<PyObject*, EdgeTarget> seen_{
      &arena_};  ///< atoms too: whoever is visited stays alive
  std::pmr::unordered_map<PyObject*, StringId> name_labels_{&arena_};
  std::unordered_map<PyObject*, std::string> names_;
  std::deque<Pending> pending_;
  std::vector<py::Ref> kept_;
};

}  // namespace afresh::agent
