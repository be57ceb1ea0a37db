// SPDX-License-Identifier: MIT
#include "reports/diagnostic_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "reports/text.hpp"

namespace afresh {
namespace {

using enum DiagnosticCode;

constexpr std::string_view kAfterwards = "after the add-on is switched off";

/// `a, b, c and 4 more`.
std::string list_text(const std::vector<std::string>& names) {
  constexpr std::size_t kMaxNames = 3;
  if (names.size() <= kMaxNames + 1) return fmt::format("{}", fmt::join(names, ", "));
  std::vector<std::string> first(names.begin(), names.begin() + kMaxNames);
  return fmt::format("{} and {} more", fmt::join(first, ", "), names.size() - kMaxNames);
}

/// `handlers on_save, on_load`, `class Panel`.
std::string objects_text(const Diagnostic& diagnostic) {
  const std::size_t count = diagnostic.objects.size();
  std::string noun = diagnostic.noun;
  if (count > 1 && !noun.empty()) {
    if (noun.ends_with('y')) {
      noun.replace(noun.size() - 1, 1, "ies");
    } else {
      noun += noun.ends_with('s') ? "es" : "s";
    }
  }
  if (count == 0) return noun.empty() ? "something" : "a " + noun;
  return noun.empty() ? list_text(diagnostic.objects) : noun + " " + list_text(diagnostic.objects);
}

/// A verb for one or several.
std::string_view verb(const Diagnostic& diagnostic, std::string_view one, std::string_view many) {
  return diagnostic.objects.size() > 1 ? many : one;
}

std::string detail(const Diagnostic& diagnostic, ConsequenceKind kind) {
  for (const Consequence& each : diagnostic.consequences) {
    if (each.kind == kind) return each.detail;
  }
  return {};
}

std::string leftover_text(const Diagnostic& diagnostic) {
  const std::string objects = objects_text(diagnostic);
  const std::string_view stay = verb(diagnostic, "stays", "stay");
  switch (diagnostic.code) {
    case kLeftoverPatch:
      return fmt::format("{} {} replaced {}", list_text(diagnostic.objects), stay, kAfterwards);
    case kLeftoverThread:
      return fmt::format("{} {} on {}", objects, verb(diagnostic, "goes", "go"), kAfterwards);
    case kLeftoverModule:
      return fmt::format("module {} {} in sys.modules {}", list_text(diagnostic.objects), stay,
                         kAfterwards);
    case kLeftoverSetting:
      if (diagnostic.registry.ends_with(')'))
        return fmt::format("{} stays changed {}", diagnostic.registry, kAfterwards);
      break;
    default: break;
  }
  return fmt::format("{} {} in {} {}", objects, stay, diagnostic.registry, kAfterwards);
}

std::string stale_text(const Diagnostic& diagnostic) {
  const std::string later = detail(diagnostic, ConsequenceKind::kIsOld);
  const std::string objects = list_text(diagnostic.objects);
  const std::string_view is = verb(diagnostic, "is", "are");
  if (later.empty()) return fmt::format("{} {} old after a reload", objects, is);
  if (diagnostic.code == kStaleImport)
    return fmt::format("{} {} copied here before {} runs again", objects, is, later);
  return fmt::format("{} {} computed here before {} runs again", objects, is, later);
}

std::string raises_text(const Diagnostic& diagnostic) {
  const std::string error = detail(diagnostic, ConsequenceKind::kRaises);
  const std::string_view what = diagnostic.severity == Severity::kError
                                    ? "switching the add-on off and on again raises"
                                    : "a reload raises";
  return error.empty() ? fmt::format("{} an exception", what) : fmt::format("{} {}", what, error);
}

std::string render_step(const Diagnostic& diagnostic) {
  const std::string objects = objects_text(diagnostic);
  const std::string list = list_text(diagnostic.objects);
  if (is_leftover(diagnostic.code)) return leftover_text(diagnostic);
  switch (diagnostic.code) {
    case kCrash: return "the process dies in a reload";
    case kHang: return "a reload does not end";
    case kRegisterError: return raises_text(diagnostic);
    case kCollateral:
      return fmt::format("{} of others {} changed", list, verb(diagnostic, "is", "are"));
    case kDuplicateRegistration:
      return fmt::format("{} {} there more often after each reload", objects,
                         verb(diagnostic, "is", "are"));
    case kLostRegistration:
      return fmt::format("{} {} gone from {} after a reload", objects,
                         verb(diagnostic, "is", "are"), diagnostic.registry);
    case kLostState: return fmt::format("the user's value {} is lost or changed", list);
    case kStaleImport:
    case kStaleValue:
    case kStaleCode: return stale_text(diagnostic);
    case kIdentitySplit: return fmt::format("{} is two objects after a reload", list);
    case kMissingName: return fmt::format("{} is missing after a reload", list);
    case kGhostName: return fmt::format("{} is there although the files do not have it", list);
    case kWrongBehaviour: return "what holds after a fresh start does not hold after a reload";
    case kLeak:
      return fmt::format("{} of the old version {} in memory", list,
                         verb(diagnostic, "stays", "stay"));
    case kAcceptWithoutReason:
      return fmt::format("accept[{}] accepts nothing without a reason behind it", list);
    case kUnusedAccept:
      return fmt::format("accept[{}] accepts nothing: this line has no such diagnostic", list);
    default: break;
  }
  return std::string(word_for(diagnostic.code).meaning);
}

/// What more of a thing does with each reload.
std::string_view multiplies_text(DiagnosticCode code) {
  switch (code) {
    case kLeftoverHandler:
    case kLeftoverTimer:
    case kLeftoverCallback:
      return "each reload adds one more; all run, the oldest with the oldest code";
    case kLeftoverMenuEntry: return "each reload adds one more entry to the same place";
    case kLeftoverLogging: return "each reload adds one more; each message comes out once more";
    case kLeftoverThread: return "each reload starts one more";
    case kLeftoverKeymap: return "each reload binds the key once more";
    default: break;
  }
  return "each reload leaves one more";
}

/// What staying does, where the text of the diagnostic does not say it.
std::string_view stays_text(DiagnosticCode code) {
  switch (code) {
    case kLeftoverHandler:
    case kLeftoverTimer:
    case kLeftoverCallback: return "it still runs while the add-on is off";
    case kLeftoverMenuEntry: return "it is still drawn while the add-on is off";
    case kLeftoverClass: return "it can still be used while the add-on is off";
    case kLeftoverPatch: return "everybody else gets the add-on's while it is off";
    default: break;
  }
  return "";
}

}  // namespace

std::string diagnostic_text(const Diagnostic& diagnostic) {
  return one_line(render_step(diagnostic));
}

std::string consequence_text(const Diagnostic& diagnostic, const Consequence& consequence) {
  auto text = [&]() -> std::string {
    switch (consequence.kind) {
      case ConsequenceKind::kCrashes: return "the process dies";
      case ConsequenceKind::kHangs: return "a step does not end";
      case ConsequenceKind::kRaises:
        if (diagnostic.code == kRegisterError) return "";
        return "a reload raises " + consequence.detail;
      case ConsequenceKind::kMultiplies: return std::string(multiplies_text(diagnostic.code));
      case ConsequenceKind::kStays: return std::string(stays_text(diagnostic.code));
      case ConsequenceKind::kIsLost: return "";
      case ConsequenceKind::kIsOld:
        return is_leftover(diagnostic.code) ? "the old one is in use after a reload"
                                            : "what uses it here gets the old one";
      case ConsequenceKind::kKeepsOldVersion:
        return diagnostic.code == kLeak ? "" : "it keeps the old version of the add-on in memory";
    }
    return "";
  };
  return one_line(text());
}

std::string mend_text(const Mend& mend) {
  const std::string where =
      mend.unregister.is_known()
          ? fmt::format("in unregister() ({}:{})", mend.unregister.file, mend.unregister.line)
          : "in unregister()";
  switch (mend.kind) {
    case MendKind::kNone: return "";
    case MendKind::kUndo: return where;
    case MendKind::kKeepAndUndo:
      return fmt::format("keep it under a name of the module ({}), and {}", mend.name, where);
    case MendKind::kRestore:
      return fmt::format("keep the one from before ({}), and {}", mend.name, where);
    case MendKind::kStop: return where + ": tell the thread to end, and join() it";
    case MendKind::kImportModule:
      return mend.name.empty() ? "import the module, and ask it for the name where it is used"
                               : fmt::format("write {} where it is used, and here", mend.name);
    case MendKind::kCompute:
      return fmt::format("compute {} in a function, when it is used", mend.name);
    case MendKind::kRemoveComment: return "remove the comment";
  }
  return "";
}

std::string mend_sentence(const Mend& mend) {
  std::string text = mend_text(mend);
  if (text.empty() || mend.statements.empty()) return one_line(text);
  return one_line(fmt::format("{}: {}", text, fmt::join(mend.statements, "; ")));
}

std::string place_text(const DiagnosticPlace& place, const std::string& otherwise) {
  if (place.path.empty()) return one_line(otherwise);
  std::string text = place.path;
  if (place.line > 0) text += fmt::format(":{}", place.line);
  if (place.line > 0 && place.column > 0) text += fmt::format(":{}", place.column);
  return one_line(text);
}

std::string ways_text(std::size_t count, std::size_t all) {
  return fmt::format("{} of {} ways", count, all);
}

}  // namespace afresh
