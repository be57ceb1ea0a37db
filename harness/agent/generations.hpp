// Tags modules, classes and functions with the enable, reload or disable that they came with. By
// weak reference, never by address: a freed object's address may be another object's tomorrow.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <unordered_map>

#include "harness/python/ref.hpp"

namespace afresh::agent {

class Generations {
 public:
  /// Called before each enable, reload and disable; numbers begin at 1.
  void begin() { ++current_; }
  /// The number that this module, class or function came with, tagged now if it was not; 0 when
  /// the object takes no weak reference, or history is not known.
  [[nodiscard]] std::uint32_t born(PyObject* object) {
    if (is_successor_) return 0;
    auto found = tags_.find(object);
    if (found != tags_.end() && py::referent(found->second.weak.get()).get() == object) {
      return found->second.born;
    }
    py::Ref weak = py::steal(PyWeakref_NewRef(object, nullptr));
    if (!weak) {
      PyErr_Clear();
      return 0;
    }
    tags_[object] = {std::move(weak), current_};
    return current_;
  }
  /// In a successor after a restart nothing is known of what was there before: no more tags.
  void forget_history() { is_successor_ = true; }

 private:
  struct Tag {
    py::Ref weak;
    std::uint32_t born;
  };
  std::unordered_map<PyObject*, Tag> tags_;
  std::uint32_t current_ = 0;
  bool is_successor_ = false;
};

}  // namespace afresh::agent
