// Which file's body ran after whose: the ledger of executions. An audit hook in C sees each code
// object that `exec` gets, whoever calls it: the import system, `importlib.reload`, `runpy`, hand.
// Passive: an observer of events that CPython raises anyway; no Python code runs, nothing changes.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "harness/agent/ownership/ownership.hpp"
#include "harness/python/passive.hpp"
#include "harness/values/observation.hpp"

namespace afresh::agent {

/// From here on this process hears of executions; once in a process, since a hook cannot be taken
/// back. Costs other code one comparison of a name for each audit event.
void install_execution_hook();

/// Notes the bodies of add-ons' files while it lives; one at a time in a process. A run is noted
/// when it is about to begin, so that a body that raises half-way counts as begun. Not seen: a body
/// made into a function by hand (`types.FunctionType`), and whatever C code evaluates directly.
class BodyRuns {
 public:
  /// Both outlive this.
  BodyRuns(const py::PassiveReader& passive, const Ownership& ownership);
  ~BodyRuns();
  BodyRuns(const BodyRuns&) = delete;
  BodyRuns& operator=(const BodyRuns&) = delete;

  /// Runs from here on belong to this operation.
  void begin_op(std::uint32_t op) { op_ = op; }
  /// The runs since the last call; `within` counts the runs of this process from 0.
  [[nodiscard]] std::vector<BodyRun> take();

  /// For the hook: a code object is about to be executed.
  void note(PyObject* code);

 private:
  [[nodiscard]] std::string file_of_body(PyObject* code) const;
  [[nodiscard]] std::int32_t innermost_run() const;

  const py::PassiveReader& passive_;
  const Ownership& ownership_;
  std::uint32_t op_ = 0;
  /// Of each run its code object: borrowed, and only compared with those of living frames. Of two
  /// at one address the later one is meant.
  std::vector<PyObject*> codes_;
  std::vector<BodyRun> untaken_;
};

}  // namespace afresh::agent
