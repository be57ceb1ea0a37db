// A case: the versions of one or more add-ons and the steps of a trial.
// The value behind a `.case` file; read and written by casefile/, run by engine/.
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "harness/values/aspect.hpp"
#include "harness/values/finding_kind.hpp"
#include "harness/values/host_kind.hpp"
#include "harness/values/outcome.hpp"

namespace afresh {

/// Seconds of logical time that an `edit` or `touch` advances the clock by, unless the step says
/// `+Ns`.
inline constexpr int kDefaultAdvanceSeconds = 2;

struct Step;

/// `enable NAME`: the host enables the add-on.
struct EnableStep {
  std::string addon;
  bool operator==(const EnableStep&) const = default;
};
/// `disable NAME`: the strategy (by default the host) disables the add-on.
struct DisableStep {
  std::string addon;
  bool operator==(const DisableStep&) const = default;
};
/// `edit NAME VERSION [+Ns]`: the files of the add-on become those of the version, and the
/// logical clock advances by N seconds first. `+0s` keeps the modification times of that second.
struct EditStep {
  std::string addon;
  int version = 0;
  int advance_s = kDefaultAdvanceSeconds;
  bool operator==(const EditStep&) const = default;
};
/// `reload NAME`: the strategy takes the add-on from the old version to the new one.
struct ReloadStep {
  std::string addon;
  bool operator==(const ReloadStep&) const = default;
};
/// `touch PATH [+Ns]`: the file's modification time moves to the advanced clock; its content stays.
struct TouchStep {
  std::string path;
  int advance_s = kDefaultAdvanceSeconds;
  bool operator==(const TouchStep&) const = default;
};
/// `set NAME = LITERAL`: the user sets a value in the host's document.
struct SetStep {
  std::string name;
  std::string literal;
  bool operator==(const SetStep&) const = default;
};
/// `python STATEMENT`: runs in the case's own namespace, in which each add-on's current module is
/// bound.
struct PythonStep {
  std::string code;
  bool operator==(const PythonStep&) const = default;
};
/// `expect EXPRESSION`: must be true in the case's own namespace.
struct ExpectStep {
  std::string expression;
  bool operator==(const ExpectStep&) const = default;
};
/// `turn`: the host's event loop runs once.
struct TurnStep {
  bool operator==(const TurnStep&) const = default;
};
/// `repeat N` … `end`.
struct RepeatStep {
  int count = 0;
  std::vector<Step> body;
  bool operator==(const RepeatStep&) const;
};

using Action = std::variant<EnableStep, DisableStep, EditStep, ReloadStep, TouchStep, SetStep,
                            PythonStep, ExpectStep, TurnStep, RepeatStep>;

/// One line of `steps:` (a repeat: from its line to its `end`). Equality is that of the action.
struct Step {
  Action action;
  int line = 0;  ///< 1-based line in the case file; 0 when the step was made by a program

  bool operator==(const Step& other) const { return action == other.action; }
};
inline bool RepeatStep::operator==(const RepeatStep&) const = default;

/// One file as a version changes it. `path` begins with the add-on (`demo/sub/a.py`, `demo.py`).
struct FileChange {
  std::string path;
  std::optional<std::string> content;  ///< exact bytes; nothing: the file is deleted
  bool operator==(const FileChange&) const = default;
};

/// What a version changes against the one before it (for the first: all files). 1-based number.
struct Version {
  int number = 0;
  std::vector<FileChange> changes;
  bool operator==(const Version&) const = default;
};

/// What a `verdict` line states of one aspect. Empty kinds with `kFail` mean: whatever kinds.
struct StatedVerdict {
  Outcome outcome{};
  std::set<FindingKind> kinds;
  bool operator==(const StatedVerdict&) const = default;
};

/// How the plain host treats a name that is already registered.
enum class TakenNames {
  kStrict,  ///< refused, as by the stand-in host of the measured hazards
  kLenient  ///< an operator pushes the old one out, property groups live side by side
};

struct Case {
  std::string name;    ///< stem of the file name; not part of the text
  std::string origin;  ///< the file's path, for messages; empty for a case made by a program
  std::string story;   ///< the leading `#` comment lines without `# `, joined by '\n'
  std::string source;  ///< where the case comes from
  std::vector<std::string> features;  ///< words to group by (`from-import`, `classes`, …)
  std::vector<std::string> addons;    ///< in the order of their `addon:` lines; at least one
  std::vector<Aspect> claims;         ///< the aspects that this case is made to test
  HostKind host = HostKind::kPlain;
  TakenNames taken_names = TakenNames::kStrict;  ///< of the plain host
  bool automatic_gc = false;  ///< `gc: auto`: the collector stays on during the trial
  /// `edits: shifted`: each version also moves the lines of every `.py` file (see
  /// values/shift.hpp), with or without changes of its own up to `kMaxShifts`, and the edit stands
  /// for any other: what is old counts as old, although it is equal.
  bool are_edits_shifts = false;
  std::map<std::string, std::map<Aspect, StatedVerdict>> verdicts;  ///< by strategy
  std::map<std::string, std::string>
      disagreements;  ///< `differs STRATEGY: why` (from the published matrix)
  std::vector<Step> steps;
  std::vector<Version> versions;  ///< numbered 1, 2, …

  /// The text this was parsed from, kept so that what was read is written back byte for byte.
  /// Empty for a case made by a program; whoever changes another member must clear it.
  std::string text;

  /// Equality of meaning: everything but `text`, `origin` and line numbers.
  bool operator==(const Case& other) const;
};

/// The latest version that may be edited to: in a case whose edits are shifts there is always
/// another.
inline constexpr int kMaxShifts = 9;
[[nodiscard]] int last_version(const Case& a_case);

/// The first version, and every one that some step edits to.
[[nodiscard]] std::set<int> versions_in_use(const Case& a_case);

/// What is `demo` where add-ons are, or `bl_ext/user_default/demo`: an add-on's package, or without
/// the suffix its only file.
[[nodiscard]] std::string addon_path(std::string_view addon);
/// Whether a path below the add-on folder is one of the add-on's files.
[[nodiscard]] bool is_file_of(std::string_view path, std::string_view addon);

/// Path → content of every file of add-on `addon` in version `version` (changes applied in
/// order, then shifted where the edits are).
[[nodiscard]] std::map<std::string, std::string> files_at_version(const Case& a_case,
                                                                  const std::string& addon,
                                                                  int version);

/// The steps with every `repeat` written out.
[[nodiscard]] std::vector<Step> unrolled(const std::vector<Step>& steps);

/// A step as the case file writes it, without indentation (`edit demo 2 +0s`).
[[nodiscard]] std::string render_step(const Step& step);

}  // namespace afresh
