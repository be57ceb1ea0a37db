// One cause of what `check` found, with all that a writer needs to tell it: where it is, which
// object of the author's, what comes of it, under which ways of reloading, and how to mend it.
// Data only; reports/ makes sentences of it. SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "harness/diagnosis/code.hpp"
#include "harness/diagnosis/registry.hpp"
#include "harness/values/finding.hpp"

namespace afresh {

enum class Severity : std::uint8_t { kError, kWarning };
template <>
inline constexpr std::array kWordsOf<Severity>{
    Word<Severity>{Severity::kError, "error",
                   "the add-on's own fault, when its host switches it off and on"},
    Word<Severity>{Severity::kWarning, "warning", "it shows only under some ways of reloading"},
};
static_assert(is_complete(Severity::kWarning));
inline constexpr auto kSeverities = all_values<Severity>();

/// The part of a source line that is marked. Nothing known: an empty file; only the file: line 0.
struct DiagnosticPlace {
  std::string file;    ///< as Python's own paths have it: `demo/watch.py`
  std::string path;    ///< as the user's editor finds it; filled in by who knows the disk
  int line = 0;        ///< 1-based
  int column = 0;      ///< 1-based, in characters; 0: not known
  int end_column = 0;  ///< the one behind the mark
  std::string text;    ///< the whole line, with its indentation

  auto operator<=>(const DiagnosticPlace&) const = default;
};

/// What comes of a cause.
enum class ConsequenceKind : std::uint8_t {
  kCrashes,
  kHangs,
  kRaises,
  kMultiplies,
  kStays,
  kIsLost,
  kIsOld,
  kKeepsOldVersion,
};
template <>
inline constexpr std::array kWordsOf<ConsequenceKind>{
    Word<ConsequenceKind>{ConsequenceKind::kCrashes, "crashes", "the process dies"},
    Word<ConsequenceKind>{ConsequenceKind::kHangs, "hangs", "a step does not end"},
    Word<ConsequenceKind>{ConsequenceKind::kRaises, "raises",
                          "switching on or off raises; detail: the exception"},
    Word<ConsequenceKind>{ConsequenceKind::kMultiplies, "multiplies",
                          "each load leaves one more of it"},
    Word<ConsequenceKind>{ConsequenceKind::kStays, "stays", "it is there when the add-on is off"},
    Word<ConsequenceKind>{ConsequenceKind::kIsLost, "is-lost", "it is gone after a reload"},
    Word<ConsequenceKind>{ConsequenceKind::kIsOld, "is-old",
                          "the old one is in use after a reload; detail: the file that ran again"},
    Word<ConsequenceKind>{ConsequenceKind::kKeepsOldVersion, "keeps-old-version",
                          "the old version cannot be freed"},
};
static_assert(is_complete(ConsequenceKind::kKeepsOldVersion));
inline constexpr auto kConsequenceKinds = all_values<ConsequenceKind>();

struct Consequence {
  ConsequenceKind kind{};
  std::vector<std::string> strategies;  ///< under which it was seen
  std::string detail;                   ///< by kind; may be empty

  auto operator<=>(const Consequence&) const = default;
};

/// How to mend a cause.
enum class MendKind : std::uint8_t {
  kNone,
  kUndo,
  kKeepAndUndo,
  kRestore,
  kStop,
  kImportModule,
  kCompute,
  kRemoveComment
};
template <>
inline constexpr std::array kWordsOf<MendKind>{
    Word<MendKind>{MendKind::kNone, "none", "nothing good is known"},
    Word<MendKind>{MendKind::kUndo, "undo", "unregister() runs these statements"},
    Word<MendKind>{MendKind::kKeepAndUndo, "keep-and-undo",
                   "what is registered is kept in a name, with which unregister() takes it back"},
    Word<MendKind>{MendKind::kRestore, "restore",
                   "what was there before is kept, and unregister() puts it back"},
    Word<MendKind>{MendKind::kStop, "stop", "unregister() ends it and waits for it"},
    Word<MendKind>{MendKind::kImportModule, "import-module",
                   "the module is imported, and asked for the name where it is used"},
    Word<MendKind>{MendKind::kCompute, "compute", "the value is computed where it is used"},
    Word<MendKind>{MendKind::kRemoveComment, "remove-comment", "the comment goes"},
};
static_assert(is_complete(MendKind::kRemoveComment));
inline constexpr auto kMendKinds = all_values<MendKind>();

struct Mend {
  MendKind kind = MendKind::kNone;
  std::vector<std::string> statements;  ///< Python, to be run in `unregister()` or put in the line
  std::string name;                     ///< what is asked for where it is used: `settings.LIMIT`
  SourceLine unregister;                ///< the function that is to do it, where it is known

  auto operator<=>(const Mend&) const = default;
};

/// Whether a diagnostic makes `check` fail.
enum class Standing : std::uint8_t { kNew, kKnown, kAccepted };
template <>
inline constexpr std::array kWordsOf<Standing>{
    Word<Standing>{Standing::kNew, "new", "nobody said anything about it"},
    Word<Standing>{Standing::kKnown, "known", "the baseline has it"},
    Word<Standing>{Standing::kAccepted, "accepted", "a comment in the source accepts it"},
};
static_assert(is_complete(Standing::kAccepted));

struct Diagnostic {
  Severity severity{};
  DiagnosticCode code{};
  DiagnosticPlace place;
  std::vector<std::string> objects;  ///< names or literals: `on_save`, `Scene.size`; may be empty
  std::string noun;                  ///< of one of them: `handler`; empty where there is none
  std::string registry;              ///< as its author knows it; may be empty
  std::vector<Consequence> consequences;  ///< the worst first
  std::vector<std::string> strategies;    ///< all under which it was seen
  Mend mend;
  std::vector<Finding> findings;  ///< all that folded into it
  Standing standing{};
  std::string reason;  ///< that the accepting comment gives
};

/// What two runs call the same diagnostic: no line number, which every edit moves.
struct DiagnosticKey {
  DiagnosticCode code{};
  std::string file;
  std::vector<std::string> objects;
  std::string registry;
  std::string text;  ///< without indentation

  auto operator<=>(const DiagnosticKey&) const = default;
};
[[nodiscard]] DiagnosticKey diagnostic_key(const Diagnostic& diagnostic);

/// Whether it makes `check` fail.
[[nodiscard]] inline bool is_failure(const Diagnostic& diagnostic) {
  return diagnostic.severity == Severity::kError && diagnostic.standing == Standing::kNew;
}

}  // namespace afresh
