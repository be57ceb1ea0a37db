// SPDX-License-Identifier: MIT
#include "harness/agent/leaks/holders.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "harness/agent/leaks/heap_roots.hpp"
#include "harness/agent/leaks/heap_search.hpp"
#include "harness/agent/leaks/holder_links.hpp"

namespace afresh::agent {
namespace {

int holder_rank(PyObject* object) {
  return PyModule_Check(object) ? 0 : PyType_Check(object) ? 1 : 2;
}

class Holders {
 public:
  Holders(const SnapshotContext& context, const OldObjects& old, PyObject* strategy)
      : context_(context),
        old_(old),
        roots_(heap_roots(context, strategy)),
        search_(context.passive) {
    for (const OldObject& each : old.alive) is_old_.insert(each.object);
  }

  std::vector<HeldOldObject> take() && {
    search_from_roots();
    search_below_found();
    search_unreachable();
    // In the order in which they came, whatever the search found first.
    std::vector<HeldOldObject> held;
    for (const OldObject& each : old_.alive) {
      if (auto found = chains_.find(each.object); found != chains_.end() && !is_part(*found))
        held.push_back({each, found->second});
    }
    return held;
  }

 private:
  using Chains = std::unordered_map<PyObject*, std::vector<Link>>;

  // A bound method has its function from its class: of what hangs in one place the largest counts.
  [[nodiscard]] bool is_part(const Chains::value_type& small) const {
    return std::ranges::any_of(chains_, [&](const Chains::value_type& large) {
      return !small.second.empty() && !large.second.empty() &&
             small.second.front() == large.second.front() &&
             holder_rank(small.first) > holder_rank(large.first);
    });
  }

  // Not through the add-on as it is now, nor through what is old itself: whoever else holds
  // something old is a holder of its own.
  void search_from_roots() {
    for (PyObject* object : old_.current) search_.avoid(object);
    search_.avoid(PyImport_GetModuleDict());
    if (PyObject* ours = py::loaded_module("_afresh")) {
      search_.avoid(ours);
      search_.avoid(PyModule_GetDict(ours));
    }
    for (const HeapRoot& root : roots_) {
      links_.try_emplace(root.object.get(), root.link);
      search_.begin_at(root.object.get());
    }
    search_.run([&](PyObject* object) { return !is_old_.contains(object); });
    for (PyObject* object : is_old_) {
      if (search_.has_found(object)) add_chain(object, search_.path_to(object));
    }
  }

  void add_chain(PyObject* object, const std::vector<PyObject*>& path) {
    auto link = links_.find(path.front());
    std::optional<Link> root = link == links_.end() ? std::nullopt : std::optional(link->second);
    chains_.emplace(object, holder_links(context_.passive, context_.ownership, root, path));
  }

  // What the old objects that are held hold in their turn.
  void search_below_found() {
    std::vector<PyObject*> referents;
    for (const auto& [object, chain] : chains_) {
      referents.clear();
      add_referents(context_.passive, object, referents);
      for (PyObject* held : referents) search_.begin_at(held);
    }
    search_.run([](PyObject*) { return true; });
  }

  // The rest is held by what no search comes to: C code, which keeps a reference without telling
  // the collector. As the collector does it: whoever has more references than can be found has one
  // from outside.
  void search_unreachable() {
    std::vector<PyObject*> island;
    for (PyObject* object : is_old_) {
      if (!search_.has_found(object)) search_.begin_at(object);
    }
    std::unordered_map<PyObject*, Py_ssize_t> references;
    std::vector<PyObject*> referents;
    search_.run([&](PyObject* object) {
      island.push_back(object);
      referents.clear();
      add_referents(context_.passive, object, referents);
      for (PyObject* held : referents) ++references[held];
      return true;
    });
    if (island.empty()) return;
    // Not searched, and no holder: the modules of an add-on that was given up are still in there.
    referents.clear();
    add_referents(context_.passive, PyImport_GetModuleDict(), referents);
    for (PyObject* held : referents) ++references[held];
    HeapSearch inner(context_.passive);
    for (PyObject* object : island) {
      if (PyObject_GC_IsTracked(object) != 0 && Py_REFCNT(object) > references[object])
        inner.begin_at(object);
    }
    std::unordered_set<PyObject*> within(island.begin(), island.end());
    inner.run(
        [&](PyObject* object) { return within.contains(object) && !is_old_.contains(object); });
    for (PyObject* object : island) {
      if (is_old_.contains(object) && inner.has_found(object))
        add_chain(object, inner.path_to(object));
    }
  }

  const SnapshotContext& context_;
  const OldObjects& old_;
  std::vector<HeapRoot> roots_;
  HeapSearch search_;
  std::unordered_set<PyObject*> is_old_;
  std::unordered_map<PyObject*, Link> links_;
  Chains chains_;
};

}  // namespace

std::vector<HeldOldObject> find_holders(const SnapshotContext& context, const OldObjects& old,
                                        PyObject* strategy) {
  return Holders(context, old, strategy).take();
}

}  // namespace afresh::agent
