// Starts and ends CPython: the one class that needs the full API (PyConfig).
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace afresh::py {

/// An isolated interpreter: no environment, no user site, no site module, explicit hash seed,
/// bytecode written, no signal handlers. At most one at a time. Throws `std::runtime_error`
/// with CPython's own words when it does not start.
class Interpreter {
 public:
  struct Options {
    std::string executable;       ///< the python3 whose standard library is used
    std::uint32_t hash_seed = 0;  ///< 0 switches randomisation off, as PYTHONHASHSEED does
  };
  explicit Interpreter(const Options& options);
  ~Interpreter();
  Interpreter(const Interpreter&) = delete;
  Interpreter& operator=(const Interpreter&) = delete;
};

}  // namespace afresh::py
