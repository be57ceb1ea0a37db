// SPDX-License-Identifier: MIT
#include "harness/diagnosis/classify.hpp"

#include "harness/diagnosis/registry.hpp"

namespace afresh {
namespace {

using enum DiagnosticCode;
using Code = std::optional<DiagnosticCode>;

const RegistryRow* find_registry_row(const Finding& finding) {
  return finding.paths.empty() ? nullptr : registry_place(finding.paths.front()).row;
}

/// What is in a registry that should not be there, or holds what should be gone.
Code entry_code(const Finding& finding, DiagnosticCode otherwise) {
  const RegistryRow* row = find_registry_row(finding);
  if (row == nullptr) return otherwise;
  return row->is_of_the_host ? Code() : row->code;
}

/// The add-on's own doing.
Code own_code(const Finding& finding) {
  switch (finding.kind) {
    case FindingKind::kCrash: return kCrash;
    case FindingKind::kHang: return kHang;
    case FindingKind::kRegisterError: return kRegisterError;
    case FindingKind::kStaleModule: return kLeftoverModule;
    case FindingKind::kStalePlace:
    case FindingKind::kStaleCode: return kStaleCode;
    case FindingKind::kStaleValue: return kStaleValue;
    case FindingKind::kDuplicateRegistration: return entry_code(finding, kDuplicateRegistration);
    case FindingKind::kLeftoverRegistration: return entry_code(finding, kLeftoverEntry);
    case FindingKind::kIdentitySplit: return kIdentitySplit;
    case FindingKind::kMissingName:
      return find_registry_row(finding) == nullptr ? kMissingName : kLostRegistration;
    case FindingKind::kGhostName: return kGhostName;
    case FindingKind::kLostState: return kLostState;
    case FindingKind::kCollateral: return kCollateral;
    case FindingKind::kLeak: return entry_code(finding, kLeak);
    case FindingKind::kWrongBehaviour: return kWrongBehaviour;
    case FindingKind::kRenamedModule:
    case FindingKind::kNoRollback: break;
  }
  return {};
}

/// Something that an import copied, or that was made of another module's name, before that module
/// ran again. Without a later run the strategy did not load the module at all.
Code stale_code(const Finding& finding) {
  if (finding.overtaken_by.empty()) return {};
  const auto* value = std::get_if<NamedValue>(&finding.actual);
  return value != nullptr && value->is_derived ? kStaleValue : kStaleImport;
}

/// The strategy's doing, which another line of the add-on would have prevented.
Code provoked_code(const Finding& finding) {
  // The process ends, wherever that comes from.
  if (finding.kind == FindingKind::kCrash) return kCrash;
  if (finding.kind == FindingKind::kHang) return kHang;
  if (!finding.cause.is_known()) return {};
  switch (finding.kind) {
    case FindingKind::kRegisterError: return kRegisterError;
    case FindingKind::kStaleCode:
    case FindingKind::kStaleValue:
    case FindingKind::kIdentitySplit: return stale_code(finding);
    case FindingKind::kDuplicateRegistration: return entry_code(finding, kDuplicateRegistration);
    case FindingKind::kLeftoverRegistration: return entry_code(finding, kLeftoverEntry);
    case FindingKind::kMissingName: {
      const RegistryRow* row = find_registry_row(finding);
      return row == nullptr || row->is_of_the_host ? Code() : kLostRegistration;
    }
    case FindingKind::kCollateral: return kCollateral;
    case FindingKind::kLeak: return entry_code(finding, kLeak);
    case FindingKind::kCrash:
    case FindingKind::kHang:
    case FindingKind::kStaleModule:
    case FindingKind::kStalePlace:
    case FindingKind::kGhostName:
    case FindingKind::kRenamedModule:
    case FindingKind::kLostState:
    case FindingKind::kNoRollback:
    case FindingKind::kWrongBehaviour: break;
  }
  return {};
}

}  // namespace

std::optional<DiagnosticCode> choose_code(const Finding& finding) {
  if (finding.aspect == Aspect::kRollback) return {};
  switch (finding.attribution) {
    case Attribution::kAddon: return own_code(finding);
    case Attribution::kStrategy: return provoked_code(finding);
    case Attribution::kHost:
    case Attribution::kInterpreter: break;
  }
  return {};
}

}  // namespace afresh
