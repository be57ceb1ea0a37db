// Values written out: atoms by type and value, code by meaning and by place.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "harness/agent/ownership.hpp"
#include "harness/agent/passive.hpp"

namespace afresh::agent {

/// `int 3`, `str 'cm'`, `tuple (int 1, int 2)`: the text of an immutable builtin value whose
/// identity is an accident. Nothing for every other object. Frozensets are sorted by text.
[[nodiscard]] std::optional<std::string> atom_text(const Passive& passive, PyObject* object);

/// A dictionary key or string as Python writes it: `'key'`.
[[nodiscard]] std::string quoted(std::string_view text);

struct CodeFingerprint {
  std::string meaning;  ///< bytecode, constants with type, names, flags, free variables, exception table
  std::string place;    ///< `demo/sub.py:4 #…`: file, first line, line table
};
/// Nested code included. Neither `marshal` nor `==`: both mix place with meaning.
[[nodiscard]] CodeFingerprint fingerprint(const Passive& passive, const Ownership& ownership, PyObject* code);

}  // namespace afresh::agent
