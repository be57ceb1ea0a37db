// Switching add-ons on and off, exactly as an application of this kind does it: what is imported
// stays imported, and an add-on that fails to leave is left behind. Resets nothing on its own.
// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <vector>

#include "harness/hosts/ledger.hpp"

namespace afresh::plain {

class Lifecycle {
 public:
  explicit Lifecycle(hosts::Ledger& ledger) : ledger_(ledger) {}

  /// Imports the add-on (one already in `sys.modules` is used as it is), calls its `register()`
  /// and marks it. Exceptions pass, and it is not marked then. Does nothing when it is on.
  void enable(const std::string& addon);
  /// Marks it off, then calls its `unregister()`, whose exception is swallowed and noted in the
  /// ledger. KeyError when its module is gone. Does nothing when it is off.
  void disable(const std::string& addon);
  /// `register` or `unregister` of the module in `sys.modules` (KeyError), as the add-on's owner.
  void call(const std::string& addon, const char* function);

  /// In the order in which each was first enabled.
  [[nodiscard]] std::vector<std::string> enabled() const;

 private:
  hosts::Ledger& ledger_;
  std::vector<std::string> by_first_enabling_;
  std::set<std::string> enabled_;
};

}  // namespace afresh::plain
