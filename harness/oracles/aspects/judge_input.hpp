// All that one trial is judged by: its checkpoints with the fresh starts that each is held against,
// and the controls that tell whose fault a difference is. Filled in by engine/, or read from a
// file. SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "harness/oracles/attribution/addon_attribution.hpp"
#include "harness/oracles/attribution/execution_history.hpp"
#include "harness/oracles/attribution/host_side_effects.hpp"
#include "harness/oracles/graph/mask.hpp"
#include "harness/oracles/graph/registry_change.hpp"
#include "harness/values/observation.hpp"
#include "harness/values/reason.hpp"
#include "harness/values/source_facts.hpp"

namespace afresh {

enum class StepKind : std::uint8_t { kEnable, kReload, kDisable };

/// The fresh starts that a checkpoint is measured against. Pointers are borrowed; `base` may be
/// null where the reference took no snapshot, the others where there is no group (nothing masked).
struct ReferenceGroup {
  const Snapshot* base = nullptr;
  const Snapshot* other_seed = nullptr;
  const Snapshot* aged = nullptr;
  const OpResult* result = nullptr;                 ///< of A's operation, or null
  const std::vector<BodyRun>* body_runs = nullptr;  ///< of A; null: not known
  /// `make_mask(a, b, c)`, for whoever judges many trials by one group; null: made for each.
  const Mask* mask = nullptr;
};

/// One `expect` between this checkpoint and the next.
struct ExpectPair {
  std::string text;  ///< the expression
  OpResult trial;
  OpResult reference;
  /// It asks an object that the case holds: a fresh start has no history, and only *live-objects*
  /// is asked.
  bool is_about_user_references = false;
};

/// The moment after each reload, each enable but the first, and each disable.
struct Checkpoint {
  int step = 0;           ///< index of the unrolled step, 0-based
  std::string step_text;  ///< `reload demo`
  StepKind kind{};
  std::string addon;  ///< the step's subject
  std::vector<std::string>
      copiers;  ///< add-ons whose source copies names from the subject's modules
  const OpResult* result = nullptr;  ///< the trial's; null: not reached
  const Snapshot* actual = nullptr;  ///< null when the trial took none
  ReferenceGroup reference;
  const Snapshot* previous_reference = nullptr;  ///< A of the version before; null: no edit pending
  const Snapshot* before = nullptr;  ///< the trial's, just before the step; null: none was taken
  ReferenceGroup document;    ///< fresh starts with the document of just before the step, or none
  bool is_restarted = false;  ///< in this step a successor took over
  bool are_user_references_gone = false;  ///< in this step or before: nobody holds what was before
  bool reference_fails = false;           ///< this version cannot load
  bool is_repair = false;                 ///< the version of the reload before could not load
  std::optional<Reason> inconclusive_reason;  ///< why a verdict would be worth nothing here
  std::vector<ExpectPair> expects;
  const SourceFacts* facts = nullptr;  ///< of the files as they are here, for causes; may be null
  Period period;                       ///< what of `JudgeInput::body_runs` counts here
};

/// How the trial's process ended, and in the middle of which step.
struct EndingInfo {
  Ending ending = Ending::kCompleted;
  int status = 0;           ///< signal number or exit status
  bool is_finished = true;  ///< all operations have results
  int step = -1;            ///< the step that was running; -1: the first checkpoint not reached
  std::string step_text;
};

/// What the trial's leak checks saw.
struct LeakEvidence {
  bool is_checked = false;          ///< the trial came to the check at its end
  std::vector<Survivor> survivors;  ///< what is old then
  /// Of each `repeat`, how many objects of add-ons were alive after each of its cycles.
  std::vector<std::vector<std::uint32_t>> counts;
  /// What the add-on control had left, in which the add-on's own modules count as taken away.
  std::vector<Survivor> addon_control_survivors;
};

/// All pointers are borrowed for the call.
struct JudgeInput {
  std::vector<std::string> addons;  ///< of the script: owners in graphs are indexes into it
  /// The edit moved lines and stands for any other: what is older than it counts as old, although
  /// it is equal. Then `sources` are needed.
  bool stands_for_any_edit = false;
  std::vector<Checkpoint> checkpoints;
  EndingInfo ending;
  LeakEvidence leaks;
  std::vector<RegistryChange> residue;
  HostSideEffects host_side_effects;
  /// What is found although everything is done for the add-on that can be done from outside.
  ThoroughControl thorough;
  const std::vector<LedgerEntry>* ledger = nullptr;  ///< the trial's, for causes; may be null
  const std::vector<BodyRun>* body_runs = nullptr;   ///< the trial's; null: not known
  /// Facts of the files as they were whenever a body ran; null: not asked for.
  const SourcesByOp* sources = nullptr;
};

}  // namespace afresh
