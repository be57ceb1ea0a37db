// Tags modules, classes and functions with the enable, reload or disable that they came with. By
// weak reference, never by address: a freed object's address may be another object's tomorrow.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "harness/python/ref.hpp"

namespace afresh::agent {

class Loads {
 public:
  /// Called before each enable, reload and disable; numbers begin at 1.
  void begin() { ++current_; }
  /// Whether the object is tagged already.
  [[nodiscard]] bool knows(PyObject* object) const {
    auto found = tags_.find(object);
    return found != tags_.end() && py::referent(found->second.weak.get()).get() == object;
  }
  /// Tag an object that has no tag yet. Nothing happens where it takes no weak reference.
  void tag(PyObject* object) {
    if (knows(object)) return;
    py::Ref weak = py::steal(PyWeakref_NewRef(object, nullptr));
    if (weak) tags_[object] = {std::move(weak), current_};
    PyErr_Clear();
  }
  /// The number that this module, class or function came with, tagged now if it was not; 0 when
  /// the object takes no weak reference, or history is not known.
  [[nodiscard]] std::uint32_t born(PyObject* object) {
    tag(object);
    return is_successor_ || !knows(object) ? 0 : tags_.find(object)->second.born;
  }

  /// A load of this add-on succeeded: what it had before is superseded, unless this is its first.
  void note_load(int addon) {
    auto [load, is_first] = latest_loads_.try_emplace(addon, 0);
    if (!is_first) load->second = current_;
  }
  [[nodiscard]] bool was_loaded(int addon) const { return latest_loads_.contains(addon); }
  /// The number of the add-on's latest load; 0 when it was loaded no more than once.
  [[nodiscard]] std::uint32_t latest_load(int addon) const {
    auto found = latest_loads_.find(addon);
    return found == latest_loads_.end() ? 0 : found->second;
  }

  /// From here on nothing of this add-on is wanted, although its modules are there (the add-on
  /// control, in which nobody takes them away).
  void give_up(int addon) { given_up_.insert(addon); }
  [[nodiscard]] bool is_given_up(int addon) const { return given_up_.contains(addon); }

  struct Living {
    PyObject* object = nullptr;  ///< borrowed
    std::uint32_t born = 0;      ///< counted in this process
  };
  /// What was tagged and is alive, oldest first; of equal age by address. Forgets the rest.
  [[nodiscard]] std::vector<Living> living();

  /// In a successor after a restart nothing is known of what was there before: nothing was born.
  void forget_history() { is_successor_ = true; }

 private:
  struct Tag {
    py::Ref weak;
    std::uint32_t born = 0;
  };
  std::unordered_map<PyObject*, Tag> tags_;
  std::unordered_map<int, std::uint32_t> latest_loads_;
  std::unordered_set<int> given_up_;
  std::uint32_t current_ = 0;
  bool is_successor_ = false;
};

}  // namespace afresh::agent
