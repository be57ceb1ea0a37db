// How instances of a type are read: worked out once for a type and snapshot, since most objects
// share few types. Runs no Python code; knows nothing of graphs.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "harness/agent/facts/native_state.hpp"
#include "harness/python/passive.hpp"

namespace afresh::agent {

struct TypeFacts {
  std::string name;          ///< `module.qualname`
  bool is_opaque = false;    ///< looked at by type only: native handles, and what looking changes
  bool is_sequence = false;  ///< a `deque`: what C code visits has an order and no names
  bool is_cache = false;     ///< of `functools.lru_cache`
  bool is_local = false;     ///< a `threading.local`
  PyTypeObject* ordered_dict = nullptr;  ///< C's `OrderedDict` where the type derives from it

  /// A slot of a Python class or a member of a C one: a `member_descriptor`, alive as its class is.
  struct Member {
    std::string name;
    PyObject* descriptor = nullptr;
  };
  std::vector<Member> members;        ///< the most derived class first
  std::vector<NativeReader> natives;  ///< what only a C function of the type gives
};

/// Lifetime: one snapshot, in which no type can go away.
class TypeTable {
 public:
  explicit TypeTable(const py::PassiveReader& passive) : passive_(passive) {}
  [[nodiscard]] const TypeFacts& of(PyObject* object);

 private:
  [[nodiscard]] TypeFacts learn(PyTypeObject* type) const;

  const py::PassiveReader& passive_;
  std::unordered_map<PyTypeObject*, TypeFacts> known_;
};

}  // namespace afresh::agent
