// The codes of diagnostics: what `check` prints in brackets, what a `# afresh: accept[…]` names and
// what `afresh explain` explains. In order of harm: the first is told first.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "harness/values/vocabulary.hpp"

namespace afresh {

enum class DiagnosticCode : std::uint8_t {
  kCrash,
  kHang,
  kRegisterError,
  kCollateral,
  kLeftoverPatch,
  kLeftoverHandler,
  kLeftoverTimer,
  kLeftoverCallback,
  kLeftoverThread,
  kLeftoverClass,
  kLeftoverMenuEntry,
  kLeftoverKeymap,
  kLeftoverProperty,
  kLeftoverImportHook,
  kLeftoverModule,
  kLeftoverLogging,
  kLeftoverSetting,
  kLeftoverEntry,
  kDuplicateRegistration,
  kLostRegistration,
  kLostState,
  kStaleImport,
  kStaleValue,
  kStaleCode,
  kIdentitySplit,
  kMissingName,
  kGhostName,
  kWrongBehaviour,
  kLeak,
  kAcceptWithoutReason,
  kUnusedAccept,
};

template <>
inline constexpr std::array kWordsOf<DiagnosticCode>{
    Word<DiagnosticCode>{DiagnosticCode::kCrash, "crash", "the interpreter died"},
    Word<DiagnosticCode>{DiagnosticCode::kHang, "hang", "a step outlived the deadline"},
    Word<DiagnosticCode>{DiagnosticCode::kRegisterError, "register-error",
                         "switching the add-on on or off raises where a fresh start does not"},
    Word<DiagnosticCode>{DiagnosticCode::kCollateral, "collateral",
                         "something of another add-on was removed, reloaded or changed"},
    Word<DiagnosticCode>{DiagnosticCode::kLeftoverPatch, "leftover-patch",
                         "a function or class of a library stays replaced by the add-on's"},
    Word<DiagnosticCode>{DiagnosticCode::kLeftoverHandler, "leftover-handler",
                         "a handler stays in the application after the add-on is switched off"},
    Word<DiagnosticCode>{DiagnosticCode::kLeftoverTimer, "leftover-timer",
                         "a timer goes on after the add-on is switched off"},
    Word<DiagnosticCode>{DiagnosticCode::kLeftoverCallback, "leftover-callback",
                         "a callback stays registered after the add-on is switched off"},
    Word<DiagnosticCode>{DiagnosticCode::kLeftoverThread, "leftover-thread",
                         "a thread goes on after the add-on is switched off"},
    Word<DiagnosticCode>{DiagnosticCode::kLeftoverClass, "leftover-class",
                         "a class stays registered after the add-on is switched off"},
    Word<DiagnosticCode>{DiagnosticCode::kLeftoverMenuEntry, "leftover-menu-entry",
                         "a menu or panel still draws an entry after the add-on is switched off"},
    Word<DiagnosticCode>{DiagnosticCode::kLeftoverKeymap, "leftover-keymap",
                         "a key stays bound after the add-on is switched off"},
    Word<DiagnosticCode>{DiagnosticCode::kLeftoverProperty, "leftover-property",
                         "a property stays defined after the add-on is switched off"},
    Word<DiagnosticCode>{DiagnosticCode::kLeftoverImportHook, "leftover-import-hook",
                         "the way Python imports stays changed after the add-on is switched off"},
    Word<DiagnosticCode>{DiagnosticCode::kLeftoverModule, "leftover-module",
                         "a module that the add-on itself put there stays in sys.modules"},
    Word<DiagnosticCode>{DiagnosticCode::kLeftoverLogging, "leftover-logging",
                         "a logger stays changed after the add-on is switched off"},
    Word<DiagnosticCode>{DiagnosticCode::kLeftoverSetting, "leftover-setting",
                         "a setting of the process stays changed after the add-on is switched off"},
    Word<DiagnosticCode>{DiagnosticCode::kLeftoverEntry, "leftover-entry",
                         "an entry stays in a registry after the add-on is switched off"},
    Word<DiagnosticCode>{DiagnosticCode::kDuplicateRegistration, "duplicate-registration",
                         "an entry is in a registry more often than in a fresh start"},
    Word<DiagnosticCode>{DiagnosticCode::kLostRegistration, "lost-registration",
                         "an entry is gone from a registry where a fresh start has it"},
    Word<DiagnosticCode>{DiagnosticCode::kLostState, "lost-state",
                         "a value that the user had set did not survive, or changed"},
    Word<DiagnosticCode>{DiagnosticCode::kStaleImport, "stale-import",
                         "an import holds a copy that is older than the module it is from"},
    Word<DiagnosticCode>{DiagnosticCode::kStaleValue, "stale-value",
                         "a value is not what a fresh start computes"},
    Word<DiagnosticCode>{DiagnosticCode::kStaleCode, "stale-code",
                         "a function or class is not what the new file says"},
    Word<DiagnosticCode>{DiagnosticCode::kIdentitySplit, "identity-split",
                         "one object of a fresh start is two here, or two are one"},
    Word<DiagnosticCode>{DiagnosticCode::kMissingName, "missing-name",
                         "a name of a fresh start is absent"},
    Word<DiagnosticCode>{DiagnosticCode::kGhostName, "ghost-name",
                         "a name is there that a fresh start does not have"},
    Word<DiagnosticCode>{DiagnosticCode::kWrongBehaviour, "wrong-behaviour",
                         "what holds after a fresh start does not hold here"},
    Word<DiagnosticCode>{DiagnosticCode::kLeak, "leak",
                         "an old version is alive after a full collection, or something grows"},
    Word<DiagnosticCode>{DiagnosticCode::kAcceptWithoutReason, "accept-without-reason",
                         "a comment accepts a diagnostic and does not say why"},
    Word<DiagnosticCode>{DiagnosticCode::kUnusedAccept, "unused-accept",
                         "a comment accepts a diagnostic that is not there"},
};
static_assert(is_complete(DiagnosticCode::kUnusedAccept));
inline constexpr auto kDiagnosticCodes = all_values<DiagnosticCode>();

/// Of what stays in a registry after the add-on is switched off.
[[nodiscard]] constexpr bool is_leftover(DiagnosticCode code) {
  return code >= DiagnosticCode::kLeftoverPatch && code <= DiagnosticCode::kLeftoverEntry;
}

}  // namespace afresh
