// A search over everything on the heap, along the references that the collector follows, frozen
// objects included. Borrowed pointers: nothing may be freed while it lives.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory_resource>
#include <unordered_map>
#include <vector>

#include "harness/python/passive.hpp"

namespace afresh::agent {

/// What C code visits from an object, in order: all that the collector would, and of a class made
/// by C code its namespace. Runs no Python code.
void add_referents(const py::PassiveReader& passive, PyObject* object,
                   std::vector<PyObject*>& into);

/// Breadth first, so that the holders of an object are as few as they can be.
class HeapSearch {
 public:
  explicit HeapSearch(const py::PassiveReader& passive) : passive_(passive) {}

  /// Never find this object, nor what only it leads to.
  void avoid(PyObject* object) { holders_.try_emplace(object, nullptr); }
  /// An object to begin at, unless it was found already.
  void begin_at(PyObject* object) {
    if (holders_.try_emplace(object, nullptr).second) found_.push_back(object);
  }
  /// Find what can be found from here. `is_entered(object)` is asked once of each object, in the
  /// order in which they are found: whether what it refers to is looked at.
  template <typename IsEntered>
  void run(IsEntered&& is_entered) {
    std::vector<PyObject*> referents;
    for (; next_ < found_.size(); ++next_) {
      PyObject* holder = found_[next_];
      if (!is_entered(holder)) continue;
      referents.clear();
      add_referents(passive_, holder, referents);
      for (PyObject* held : referents) {
        if (holders_.try_emplace(held, holder).second) found_.push_back(held);
      }
    }
  }

  [[nodiscard]] bool has_found(PyObject* object) const { return holders_.contains(object); }
  /// From where the search began to this object, which it has found: both included.
  [[nodiscard]] std::vector<PyObject*> path_to(PyObject* object) const;

 private:
  const py::PassiveReader& passive_;
  // Thousands of small entries that all go at once.
  std::pmr::monotonic_buffer_resource arena_;
  std::pmr::unordered_map<PyObject*, PyObject*> holders_{&arena_};
  std::vector<PyObject*> found_;
  std::size_t next_ = 0;
};

}  // namespace afresh::agent
