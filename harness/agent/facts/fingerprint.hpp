// Values written out: atoms by type and value, code by meaning and by place.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "harness/agent/ownership/ownership.hpp"
#include "harness/python/passive.hpp"

namespace afresh::agent {

/// `int 3`, `str 'cm'`, `tuple (int 1, int 2)`: the text of an immutable builtin value whose
/// identity is an accident. Nothing for every other object. Frozensets are sorted by text.
[[nodiscard]] std::optional<std::string> atom_text(const py::PassiveReader& passive,
                                                   PyObject* object);

/// Whether the object is one that `atom_text` writes, without the cost of writing it.
[[nodiscard]] bool is_atom(const py::PassiveReader& passive, PyObject* object);

/// A dictionary key or string as Python writes it: `'key'`.
[[nodiscard]] std::string quoted(std::string_view text);

/// A key as a label: `'.x'`, `25`, `class demo.Row`.
[[nodiscard]] std::string key_text(const py::PassiveReader& passive, PyObject* key);

struct CodeFingerprint {
  std::string
      meaning;  ///< bytecode, constants with type, names, flags, free variables, exception table
  std::string place;  ///< `demo/sub.py:4 #…`: file, first line, line table
};
/// Nested code included. Neither `marshal` nor `==`: both mix place with meaning.
[[nodiscard]] CodeFingerprint fingerprint(const py::PassiveReader& passive,
                                          const Ownership& ownership, PyObject* code);

/// Fingerprints of code that was met before: code never changes. By weak reference, never by
/// address alone, as `Loads` has it.
class Fingerprints {
 public:
  /// The fingerprint of a code object; valid until the next call.
  [[nodiscard]] const CodeFingerprint& of(const py::PassiveReader& passive,
                                          const Ownership& ownership, PyObject* code);

 private:
  struct Known {
    py::Ref weak;
    CodeFingerprint fingerprint;
  };
  std::unordered_map<PyObject*, Known> known_;
};

}  // namespace afresh::agent
