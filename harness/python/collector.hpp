// Keeping the automatic collector from running while objects are only borrowed.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/python/ref.hpp"

namespace afresh::py {

/// While it lives nothing is collected by itself; afterwards the collector is as it was. Allocating
/// containers, as a walk does, may set off a collection. Needs the GIL.
class WithoutCollection {
 public:
  WithoutCollection() : was_enabled_(PyGC_Disable() == 1) {}
  ~WithoutCollection() {
    if (was_enabled_) PyGC_Enable();
  }
  WithoutCollection(const WithoutCollection&) = delete;
  WithoutCollection& operator=(const WithoutCollection&) = delete;

 private:
  bool was_enabled_;
};

}  // namespace afresh::py
