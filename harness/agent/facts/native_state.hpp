// What types written in C keep where neither the collector nor a member descriptor shows it: the
// day of a date, the bytes of an array. A table of exact types of the standard library with the C
// functions of theirs that can be called without running Python code or changing anything.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/python/passive.hpp"
#include "harness/values/graph.hpp"

namespace afresh::agent {

/// One thing to read of an instance, subclasses included: they cannot override what is taken from
/// the C type's own dictionary.
struct NativeReader {
  enum class How : std::uint8_t {
    kGet,            ///< an attribute: `function` is its getset descriptor
    kCall,           ///< a method without arguments: `function` is its method descriptor
    kRepr,           ///< the type's own `repr`, where all that the object holds is a builtin number
    kReprInContext,  ///< the same, in a copy of the current context
    kMemory,         ///< the bytes of an instance of ctypes
  };
  How how{};
  EdgeKind edge{};  ///< with `name` how a path continues: `.day`, `.getvalue()`, ` value`
  std::string name;
  PyObject* type = nullptr;  ///< borrowed, as is `function`; null where `how` needs none
  PyObject* function = nullptr;

  /// Empty where the object does not give it (a closed file, a class with a Python `__buffer__`).
  [[nodiscard]] py::Ref read(const py::PassiveReader& passive, PyObject* object) const;
};

/// Adds the readers that the table has for this C type, named `module.qualname`.
void add_native_readers(const py::PassiveReader& passive, PyObject* type, std::string_view name,
                        std::vector<NativeReader>& readers);

}  // namespace afresh::agent
