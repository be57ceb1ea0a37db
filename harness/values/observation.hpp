// What an agent saw while it executed a script. Data only: it judges nothing.
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "harness/values/graph.hpp"
#include "harness/values/object_ref.hpp"

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
  std::string probe;        ///< name of the registry: `hostapi.classes`, `atexit`
  bool is_removal = false;  ///< it was taken out again
  std::string name;         ///< of what was registered, as the registry calls it
  std::string owner;        ///< add-on
  std::string where;        ///< `demo/__init__.py:12`
  std::uint32_t op = 0;
};

struct Snapshot {
  std::uint32_t op = 0;  ///< after which operation
  Graph graph;
  std::vector<std::string> libraries;  ///< non-owned modules imported since the baseline, in order
};

/// One execution of the code of an add-on's file.
struct BodyRun {
  std::string file;          ///< `demo/settings.py`
  std::int32_t within = -1;  ///< index of the innermost run that it happened in; -1: in none
  std::uint32_t op = 0;
};

/// The user's document as it was just before an operation.
struct SavedDocument {
  std::uint32_t op = 0;
  std::string bytes;
};

/// A module, class or function of an old version that is alive after full collections.
struct Survivor {
  ObjectRef object;
  std::int32_t owner = -1;  ///< index into the script's add-ons
  /// Who holds it, from a root on. Empty: nobody that can be seen.
  std::vector<Link> holders;
  bool is_cached = false;  ///< gone once the interpreter's own caches were emptied

  auto operator<=>(const Survivor&) const = default;
};

/// What was alive after full collections.
struct LeakCheck {
  std::uint32_t op = 0;
  std::uint32_t tagged = 0;  ///< modules, classes and functions of add-ons, of all versions
  std::vector<Survivor> survivors;
};

/// How the process ended, as seen from outside.
enum class Ending : std::uint8_t { kCompleted, kSignal, kExit, kDeadline };

struct Observation {
  Ending ending = Ending::kCompleted;
  int status = 0;                 ///< signal number or exit status
  std::vector<OpResult> results;  ///< one for each operation of the script
  std::vector<Snapshot> snapshots;
  std::vector<LedgerEntry> ledger;
  std::vector<BodyRun> body_runs;  ///< in order of their beginnings
  std::vector<SavedDocument> documents;
  std::vector<LeakCheck> leak_checks;
  std::vector<std::uint32_t> restarts;  ///< operations at which a successor took over
  double milliseconds = 0;              ///< wall time of the whole run; not reproducible
  std::vector<double> op_ms;            ///< wall time of each operation that ended, else 0
};

}  // namespace afresh
