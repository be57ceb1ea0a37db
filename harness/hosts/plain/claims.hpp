// Names that only one owner can hold at a time: stand-ins for ports, lock files and devices.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/python/ref.hpp"

namespace afresh::plain {

struct Claim {
  py::Ref name;  ///< exact str
  std::string text;
  std::string owner;
};

class Claims {
 public:
  /// RuntimeError when the name is held, by whomever.
  void add(Claim claim);
  /// KeyError when it is not held.
  void release(const std::string& text);

  [[nodiscard]] const std::vector<Claim>& entries() const { return entries_; }

 private:
  std::vector<Claim> entries_;
};

}  // namespace afresh::plain
