// SPDX-License-Identifier: MIT
#include "tests/diagnosis/findings.hpp"

#include <utility>

namespace afresh::testing {

ObjectRef function_ref(const std::string& name, std::uint32_t load) {
  return {.kind = ObjectKind::kFunction,
          .module = "demo.watch",
          .name = name,
          .file = kWatchFile,
          .load = load};
}

ObjectRef class_ref(const std::string& name) {
  return {.kind = ObjectKind::kClass, .module = "demo.watch", .name = name};
}

ObjectRef atom_ref(const std::string& literal) {
  return {.kind = ObjectKind::kAtom, .type = "str", .value = literal};
}

Finding leftover(const std::string& path, const ObjectRef& object, int line) {
  return {.kind = FindingKind::kLeftoverRegistration,
          .aspect = Aspect::kProcessState,
          .step = 3,
          .step_text = "disable demo",
          .paths = {path},
          .actual = object,
          .cause = line == 0 ? SourceLine{} : SourceLine{.file = kWatchFile, .line = line},
          .attribution = Attribution::kAddon};
}

Finding leak(const std::string& path, const ObjectRef& object, int line) {
  Finding finding = leftover(path, object, line);
  finding.kind = FindingKind::kLeak;
  finding.aspect = Aspect::kLeaks;
  finding.actual = HeldObject{.object = object, .holders = {{LinkKind::kPlace, path, ""}}};
  return finding;
}

Finding raised(const std::string& message, int line) {
  return {.kind = FindingKind::kRegisterError,
          .aspect = Aspect::kFresh,
          .step = 2,
          .step_text = "reload demo",
          .paths = {kWatchFile + ":" + std::to_string(line)},
          .actual = PythonError{"ValueError", message},
          .cause = {.file = kWatchFile, .line = line}};
}

Finding stale_import(int line) {
  return {.kind = FindingKind::kStaleValue,
          .aspect = Aspect::kFresh,
          .step = 2,
          .step_text = "reload demo",
          .paths = {"demo.watch.LIMIT"},
          .fresh = NamedValue{"demo.settings.LIMIT", Moment::kNow},
          .actual = NamedValue{"demo.settings.LIMIT", Moment::kBefore},
          .overtaken_by = "demo/settings.py",
          .cause = {.file = kWatchFile, .line = line}};
}

Record make_record(const std::string& strategy, std::vector<Finding> findings,
                   std::map<Aspect, Outcome> outcomes) {
  Record record{.case_name = "demo", .strategy = strategy, .host = "bpy"};
  record.findings = std::move(findings);
  for (auto [aspect, outcome] : outcomes) record.verdicts[aspect] = {outcome, {}};
  return record;
}

}  // namespace afresh::testing
