// Keeping the automatic collector from running while objects are only borrowed.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/python/ref.hpp"

namespace afresh::py {

/// While it lives nothing is collected by itself; afterwards the collector is as it was. Allocating
/// containers, as a walk does, may set off a collection. Needs the GIL.
class GcPause {
 public:
  GcPause() : was_enabled_(PyGC_Disable() == 1) {}
  ~GcPause() {
    if (was_enabled_) PyGC_Enable();
  }
  GcPause(const GcPause&) = delete;
  GcPause& operator=(const GcPause&) = delete;

 private:
  bool was_enabled_;
};

}  // namespace afresh::py
