// From a case to scripts: what a trial does step by step, where its checkpoints are, and which
// script gives the reference of each. Pure: knows nothing of processes.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "harness/values/case.hpp"
#include "harness/values/script.hpp"

namespace afresh::engine {

/// The strategy of references and control runs: one that ships and does nothing.
inline const StrategySource kNoStrategy{.name = "do-nothing", .source = {}, .file = {}};

/// The files of every add-on and version, as a strategy adapted them (or as the case has them).
using VersionFiles = std::map<std::string, std::map<int, std::map<std::string, std::string>>>;
[[nodiscard]] VersionFiles files_of_case(const Case& a_case);

/// The add-ons that the case reloads or edits: those whose files a strategy may adapt.
[[nodiscard]] std::vector<std::string> addons_in_question(const Case& a_case);

/// One file on disk at some moment of a trial.
struct FileState {
  std::string content;
  std::int64_t created = 0;  ///< second of the logical clock at which its folder's listing changed
  std::int64_t modified = 0;
  bool operator==(const FileState&) const = default;
};

/// All that a fresh start needs to know of a moment: the disk and what is enabled.
struct Moment {
  std::map<std::string, FileState> files;
  std::vector<std::string> enabled;     ///< in the order in which each was first enabled
  std::map<std::string, int> versions;  ///< by add-on: what its files are now
};

enum class CheckpointKind { kEnable, kReload, kDisable };

struct PlannedCheckpoint {
  CheckpointKind kind{};
  std::uint32_t op = 0;  ///< in the trial's script
  int step = 0;          ///< index of the unrolled step
  std::string addon;
  Moment moment;
  /// Moments at which the add-on was loaded before, latest last; empty at none.
  std::vector<Moment> earlier_loads;
  bool has_pending_edit = false;       ///< files changed since the add-on was last loaded
  std::vector<std::uint32_t> expects;  ///< operations of the `expect` steps directly behind
};

struct Plan {
  Script trial;
  std::vector<PlannedCheckpoint> checkpoints;
  std::vector<std::uint32_t> first_expects;  ///< behind the first enable: the case's own sanity
  /// Of each `repeat` that stands in no other, the leak checks after its cycles.
  std::vector<std::vector<std::uint32_t>> cycles;
};

/// The trial, with a leak check after each cycle of a `repeat` and one at its end.
[[nodiscard]] Plan make_plan(const Case& a_case, const VersionFiles& files,
                             const StrategySource& strategy);

/// Whether a step is neither the host's nor the strategy's: it runs as the case has written it.
[[nodiscard]] bool is_of_the_case(const Op& op);

struct ReferenceOptions {
  std::vector<std::string> libraries;   ///< imported before anything is enabled (the library twin)
  bool from_bytecode = false;           ///< reference B
  std::optional<std::string> document;  ///< loaded before anything is enabled
  std::vector<std::string> expects;     ///< evaluated after the snapshot
  /// Add-on that the host disables at the end, with a leak check afterwards (add-on control).
  std::string disabled;
};
/// A fresh start of a moment: lay out, import, enable, snapshot once, evaluate. Or, for the add-on
/// control, disable one and check for leaks.
[[nodiscard]] Script reference_script(const Script& trial, const Moment& moment,
                                      const ReferenceOptions& options);

}  // namespace afresh::engine
