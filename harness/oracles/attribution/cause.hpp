// Which line of the add-on's source holds the object that a finding is about.
// Looks names up in source facts, executions and the host's ledger; reads no source itself. Where
// it is not sure it says nothing: a wrong line costs its reader more than none.
// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "harness/oracles/attribution/history.hpp"
#include "harness/oracles/attribution/sources.hpp"
#include "harness/values/observation.hpp"
#include "harness/values/source_facts.hpp"
#include "harness/values/verdict.hpp"

namespace afresh {

/// What is known of a checkpoint's sources. Borrowed members may be empty: then less is said.
struct CauseEvidence {
  const SourceFacts& facts;  ///< of the files as they are
  const std::vector<LedgerEntry>& ledger;
  History history = {};            ///< of the trial, up to the checkpoint
  History reference_history = {};  ///< of the fresh start
  ModuleFiles modules = {};        ///< of trial and fresh start
};

/// `demo/__init__.py:1: from .settings import unit` for `demo.unit`, `demo.unit closure x`, …: the
/// last line that binds the name in its module (of a class its own attribute first); empty if none.
[[nodiscard]] std::string binding_of(std::string_view path, const CauseEvidence& evidence);

/// `demo/__init__.py:12` for `hostapi.handlers[0]`: the last registration at that probe whose name
/// stands in `words`, or the only one; empty if none.
[[nodiscard]] std::string registration_of(std::string_view path, std::string_view words,
                                          const std::vector<LedgerEntry>& ledger);

/// `demo/__init__.py:2: from .settings import unit` for the module `demo.settings`: the import in
/// which its body ran, or the only line that puts it into `sys.modules`; empty if none.
[[nodiscard]] std::string import_of(std::string_view module, const CauseEvidence& evidence);

/// `demo/__init__.py:3: atexit.register(bye)` for `atexit[0]`: the one line that acts on this
/// registry of the interpreter, of several the one that mentions what stands in `words`.
[[nodiscard]] std::string effect_on(std::string_view path, std::string_view words,
                                    const CauseEvidence& evidence);

/// The cause of a finding by the first of its paths that has one; empty if none.
[[nodiscard]] std::string cause_of(const Finding& finding, const CauseEvidence& evidence);

/// What order says of a finding about something that an import copies: `, copied before
/// demo/settings.py ran again`; empty where it says nothing.
[[nodiscard]] std::string order_of(const Finding& finding, const CauseEvidence& evidence);
[[nodiscard]] std::string copied_before(std::string_view file);

/// The files of which a body ran.
[[nodiscard]] std::set<std::string> known_files(const History& history);

}  // namespace afresh
