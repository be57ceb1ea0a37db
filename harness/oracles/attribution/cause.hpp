// Which line of the add-on's source holds the object that a finding is about.
// Looks names up in source facts, executions and the host's ledger; reads no source itself. Where
// it is not sure it says nothing: a wrong line costs its reader more than none.
// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "harness/oracles/attribution/execution_history.hpp"
#include "harness/oracles/attribution/sources.hpp"
#include "harness/values/finding.hpp"
#include "harness/values/observation.hpp"
#include "harness/values/source_facts.hpp"

namespace afresh {

/// What is known of a checkpoint's sources. Borrowed members may be empty: then less is said.
struct CauseEvidence {
  const SourceFacts& facts;  ///< of the files as they are
  const std::vector<LedgerEntry>& ledger;
  ExecutionHistory history = {};            ///< of the trial, up to the checkpoint
  ExecutionHistory reference_history = {};  ///< of the fresh start
  ModuleFiles modules = {};                 ///< of trial and fresh start
};

/// `demo/__init__.py:1: from .settings import unit` for `demo.unit`, `demo.unit closure x`, …: the
/// last line that binds the name in its module (of a class its own attribute first); empty if none.
[[nodiscard]] SourceLine find_binding_line(std::string_view path, const CauseEvidence& evidence);

/// `demo/__init__.py:12` for `hostapi.handlers[0]`: the last registration at that probe whose name
/// the path or a side of the finding mentions, or the only one; nothing known if none.
[[nodiscard]] SourceLine find_registration_line(std::string_view path, const Finding& finding,
                                                const std::vector<LedgerEntry>& ledger);

/// `demo/__init__.py:2: from .settings import unit` for the module `demo.settings`: the import in
/// which its body ran, or the only line that puts it into `sys.modules`; empty if none.
[[nodiscard]] SourceLine find_import_line(std::string_view module, const CauseEvidence& evidence);

/// `demo/__init__.py:3: atexit.register(bye)` for `atexit[0]`: the one line that acts on this
/// registry of the interpreter, of several the one that mentions what was found there.
[[nodiscard]] SourceLine find_effect_line(std::string_view path, const FindingSide& actual,
                                          const CauseEvidence& evidence);

/// The cause of a finding by the first of its paths that has one; empty if none.
[[nodiscard]] SourceLine find_cause(const Finding& finding, const CauseEvidence& evidence);

/// Of a finding about something that an import copies the file that ran again after the copy was
/// made (`demo/settings.py`); empty where order says nothing.
[[nodiscard]] std::string later_run(const Finding& finding, const CauseEvidence& evidence);

/// The files of which a body ran.
[[nodiscard]] std::set<std::string> known_files(const ExecutionHistory& history);

}  // namespace afresh
