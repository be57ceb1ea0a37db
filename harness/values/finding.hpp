// One thing that differs from what it is held against: what was found, where, why, and who is to
// blame. Data only: attribution, causes and grouping compare these members, and reports/ makes
// sentences of them.
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "harness/values/aspect.hpp"
#include "harness/values/attribution.hpp"
#include "harness/values/finding_kind.hpp"
#include "harness/values/module_change.hpp"
#include "harness/values/object_ref.hpp"
#include "harness/values/observation.hpp"

namespace afresh {

/// A line of source. `line` 0: only the file is known.
struct SourceLine {
  std::string file;  ///< `demo/__init__.py`; empty: nothing is known
  int line = 0;      ///< 1-based
  std::string text;  ///< as it stands there, without indentation; empty: not known

  [[nodiscard]] bool is_known() const { return !file.empty(); }
  auto operator<=>(const SourceLine&) const = default;
};
/// `demo/sub.py:4` as a line; nothing known for an empty text.
[[nodiscard]] SourceLine parse_source_line(const std::string& place);

// What one side of a finding has at the place of the finding.

/// No object, no error, no change: whatever the kind of finding asks for is not there.
struct Nothing {
  auto operator<=>(const Nothing&) const = default;
};
/// The very object that is at another path too.
struct SameObjectAs {
  std::string path;
  auto operator<=>(const SameObjectAs&) const = default;
};
/// A function that sees the namespace of an earlier load.
struct OverOldNamespace {
  ObjectRef function;
  auto operator<=>(const OverOldNamespace&) const = default;
};
/// Entries in their order.
struct EntryOrder {
  std::vector<ObjectRef> entries;
  auto operator<=>(const EntryOrder&) const = default;
};
/// An exception, as far as it is known; what an expression gave has no type.
struct PythonError {
  std::string type;
  std::string message;
  auto operator<=>(const PythonError&) const = default;
};
/// How a process ended that should have gone on.
struct ProcessEnd {
  Ending ending = Ending::kCompleted;
  int status = 0;  ///< signal number or exit status
  auto operator<=>(const ProcessEnd&) const = default;
};
/// An old object, and who holds it from a root on; no holders: C code that shows nobody.
struct HeldObject {
  ObjectRef object;
  std::vector<Link> holders;
  std::uint32_t others = 0;  ///< more objects that the same holders have
  auto operator<=>(const HeldObject&) const = default;
};
/// The number of an add-on's objects before and after some cycles.
struct Growth {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t cycles = 0;
  auto operator<=>(const Growth&) const = default;
};
/// A module that was there, and what became of it.
struct ChangedModule {
  std::string module;
  ModuleChange change{};
  auto operator<=>(const ChangedModule&) const = default;
};
/// The value of a name of the add-on: what it is now, or what it was when `Finding::overtaken_by`
/// had not run again.
enum class Moment : std::uint8_t { kNow, kBefore };
template <>
inline constexpr std::array kWordsOf<Moment>{
    Word<Moment>{Moment::kNow, "now", "as the files are"},
    Word<Moment>{Moment::kBefore, "before", "as it was before the edit, or before a later run"},
};
static_assert(is_complete(Moment::kBefore));
inline constexpr auto kMoments = all_values<Moment>();
struct NamedValue {
  std::string name;  ///< `demo.settings.LIMIT`
  Moment moment{};
  bool is_derived = false;  ///< not the value itself but what is made of it
  auto operator<=>(const NamedValue&) const = default;
};
/// What a file says: the code at one place of it, or all of it (line 0).
struct SourceState {
  SourceLine place;
  Moment moment{};
  auto operator<=>(const SourceState&) const = default;
};

using FindingSide =
    std::variant<Nothing, ObjectRef, SameObjectAs, OverOldNamespace, EntryOrder, PythonError,
                 ProcessEnd, HeldObject, Growth, ChangedModule, NamedValue, SourceState>;

/// One finding for each (kind, object).
struct Finding {
  FindingKind kind{};
  Aspect aspect{};
  int step = 0;                    ///< index into `Case::steps` as unrolled, 0-based
  std::string step_text;           ///< the step as the case writes it, e.g. `reload demo`
  std::vector<std::string> paths;  ///< where the object is met, shortest first; never empty
  FindingSide fresh;               ///< what it is held against has this there
  FindingSide actual;              ///< what was found
  std::string overtaken_by;        ///< file that ran again after this copy was made, or empty
  SourceLine cause;                ///< what holds the old object
  Attribution attribution = Attribution::kStrategy;

  /// Whether it makes its aspect fail: the strategy's doing does; what the add-on leaves itself is
  /// counted by *process-state* alone, which asks whether the strategy sweeps up after it.
  [[nodiscard]] bool counts() const {
    return attribution == Attribution::kStrategy ||
           (attribution == Attribution::kAddon && aspect == Aspect::kProcessState);
  }

  auto operator<=>(const Finding&) const = default;
};

}  // namespace afresh
