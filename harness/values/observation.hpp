// What an agent saw while it executed a script. Data only: it judges nothing.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "harness/values/graph.hpp"

namespace afresh {

enum class OpOutcome : std::uint8_t {
  kNotReached,
  kOk,
  kRaised,   ///< a Python exception reached the agent
  kRefused,  ///< the strategy called `host.refuse(reason)`
  kFailed,   ///< an `expect` evaluated to something false
};

/// What became of one operation.
struct OpResult {
  OpOutcome outcome = OpOutcome::kNotReached;
  std::string type;       ///< of the exception, or empty
  std::string message;    ///< of the exception; the reason of a refusal; what an `expect` gave
  std::string traceback;  ///< formatted, without frames of the harness
  std::string where;      ///< `demo/sub.py:4` of the innermost frame in an add-on, or empty
};

/// A registration or process-wide change noted by the host when it happened.
struct LedgerEntry {
  std::string probe;  ///< `hostapi.classes`, `atexit`, …
  std::string what;   ///< name of what was registered
  std::string owner;  ///< add-on
  std::string where;  ///< `demo/__init__.py:12`
  std::uint32_t op = 0;
};

struct Snapshot {
  std::uint32_t op = 0;  ///< after which operation
  Graph graph;
  std::vector<std::string> libraries;  ///< non-owned modules imported since the baseline, in order
};

/// How the process ended, as seen from outside.
enum class Ending : std::uint8_t { kCompleted, kSignal, kExit, kDeadline };

struct Observation {
  Ending ending = Ending::kCompleted;
  int status = 0;                 ///< signal number or exit status
  std::vector<OpResult> results;  ///< one for each operation of the script
  std::vector<Snapshot> snapshots;
  std::vector<LedgerEntry> ledger;
  double milliseconds = 0;  ///< wall time of the whole run; not reproducible
};

}  // namespace afresh
