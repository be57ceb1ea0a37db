// Whether a dictionary has been modified, for the price of one load.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "harness/python/ref.hpp"

namespace afresh::agent {

/// The version tag of PEP 509: a number in every dictionary that changes with every modification
/// and is never given twice. The limited API has no access to it, so its place is learnt.
///
/// What a user may rely on: where `is_known()`, a dictionary that has the tag it had is unmodified.
/// The converse does not hold (3.12 keeps the marks of dictionary watchers in the same word). Of an
/// instance's dictionary nothing is known: 3.13 writes values past it. Those of modules and classes
/// are never of that kind.
class DictVersion {
 public:
  /// Finds the word of a dictionary that every kind of modification changes and reading does not.
  /// There is none from 3.14 on, which dropped the tag.
  DictVersion();

  [[nodiscard]] bool is_known() const { return offset_ != 0; }
  /// Only where it is known; the dictionary is an exact `dict`.
  [[nodiscard]] std::uint64_t of(PyObject* dict) const;

 private:
  std::size_t offset_ = 0;
};

}  // namespace afresh::agent
