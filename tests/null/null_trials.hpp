// Generated packages under strategies that must not have one finding, or must have one in each.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "harness/engine/worker_pool.hpp"
#include "harness/values/case.hpp"
#include "harness/values/verdict.hpp"

namespace afresh::testing {

/// A sentence about a record that is not as it has to be, or nothing.
using Objection = std::string (*)(const Record&);

/// A strategy that ships, in this kind of process, with what must be true of its records.
struct NullTrial {
  std::string strategy;
  engine::Variant variant{};
  Objection objection{};
  int every = 1;  ///< of so many packages one
};

/// The seed of all packages here; index N is the case `generated-SEED-N`.
inline constexpr std::uint64_t kSeed = 20'261;

/// Packages by index.
struct CaseRange {
  int first = 0;
  int count = 0;
};

/// The package as it was generated, with its edits.
[[nodiscard]] Case as_generated(int index);
/// Another package, for the Blender-like host.
[[nodiscard]] Case bpy_package(int index);
/// Its first version, as `check` would edit it: by moving its lines.
[[nodiscard]] Case shifted_package(int index);
/// The add-on that a scenario reloads, its first version edited likewise; in the order of names.
[[nodiscard]] Case shifted_scenario(int index);
[[nodiscard]] int number_of_scenarios();

/// Where trials of a host run, if not in the embedded interpreter.
using Interpreters = std::map<HostKind, worker::Interpreter>;

/// All trials over each of these packages, so that they share its references, on a few
/// threads. Returns the objections in the order of the cases; a case that cannot be run is one too.
[[nodiscard]] std::vector<std::string> objections(
    CaseRange cases, const std::vector<NullTrial>& trials,
    const std::function<Case(int index)>& make_case = as_generated,
    const Interpreters& interpreters = {});

/// A sentence about the first finding, or the first aspect that is not *pass*; empty if all is
/// right.
[[nodiscard]] std::string not_silent(const Record& record);
/// Of a restart that is to discard the document: the user's values are lost, and nothing else.
[[nodiscard]] std::string not_silent_but_for_the_document(const Record& record);
/// Of a host that keeps for good what add-ons registered, and no other fault.
[[nodiscard]] std::string not_silent_but_for_the_hosts_leaks(const Record& record);
/// A sentence unless *fresh* and *clean* both fail.
[[nodiscard]] std::string not_caught(const Record& record);

}  // namespace afresh::testing
