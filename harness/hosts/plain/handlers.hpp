// Who put a handler into the list. The list itself is Python's and can be changed past us, so an
// owner is remembered with a weak reference: it neither keeps a handler alive nor is it ever taken
// for that of another object at the same address.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/python/ref.hpp"

namespace afresh::plain {

class HandlerOwners {
 public:
  /// Objects that cannot be referred to weakly are not remembered.
  void note(PyObject* handler, const std::string& owner);
  /// Empty when not known.
  [[nodiscard]] std::string owner_of(PyObject* handler) const;

 private:
  struct Noted {
    py::Ref weak;
    std::string owner;
  };
  std::vector<Noted> noted_;
};

}  // namespace afresh::plain
