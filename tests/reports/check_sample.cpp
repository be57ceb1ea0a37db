// SPDX-License-Identifier: MIT
#include "tests/reports/check_sample.hpp"

#include <utility>

#include "tests/reports/said.hpp"

namespace afresh::sample {
namespace {

Finding left(const std::string& path, const std::string& name, int line) {
  return {.kind = FindingKind::kLeftoverRegistration,
          .aspect = Aspect::kProcessState,
          .step = 3,
          .step_text = "disable forgetful",
          .paths = {path},
          .actual = ObjectRef{.kind = ObjectKind::kFunction,
                              .module = "forgetful.watch",
                              .name = name,
                              .file = "forgetful/watch.py",
                              .load = 1},
          .cause = {.file = "forgetful/watch.py", .line = line},
          .attribution = Attribution::kAddon};
}

Diagnostic handler() {
  const std::vector<std::string> all{"purge-dotted", "reload-top", "restart"};
  return {.severity = Severity::kError,
          .code = DiagnosticCode::kLeftoverHandler,
          .place = {.file = "forgetful/watch.py",
                    .path = "addons/forgetful/watch.py",
                    .line = 13,
                    .column = 5,
                    .end_column = 47,
                    .text = "    bpy.app.handlers.save_post.append(on_save)  # when saved"},
          .objects = {"on_save"},
          .noun = "handler",
          .registry = "bpy.app.handlers.save_post",
          .consequences = {{ConsequenceKind::kRaises, {"reload-top"}, "ValueError: it is there"},
                           {ConsequenceKind::kMultiplies, {"purge-dotted", "reload-top"}, ""},
                           {ConsequenceKind::kKeepsOldVersion, all, ""}},
          .strategies = all,
          .mend = {.kind = MendKind::kUndo,
                   .statements = {"bpy.app.handlers.save_post.remove(on_save)"},
                   .unregister = {.file = "addons/forgetful/watch.py", .line = 17}},
          .findings = {left("bpy.app.handlers.save_post[0]", "on_save", 13)}};
}

Diagnostic classes() {
  Diagnostic diagnostic = handler();
  diagnostic.code = DiagnosticCode::kLeftoverClass;
  diagnostic.place.line = 104;
  diagnostic.place.column = 1;
  diagnostic.place.text =
      "for cls in (FORGET_OT_go, FORGET_PT_panel, FORGET_MT_menu, FORGET_PG_item): "
      "bpy.utils.register_class(cls)";
  diagnostic.place.end_column = static_cast<int>(diagnostic.place.text.size()) + 1;
  diagnostic.objects = {"FORGET_OT_go", "FORGET_PT_panel", "FORGET_MT_menu", "FORGET_PG_item",
                        "FORGET_AP_preferences"};
  diagnostic.noun = "class";
  diagnostic.registry = "bpy.types";
  diagnostic.consequences = {{ConsequenceKind::kStays, diagnostic.strategies, ""}};
  diagnostic.mend.statements = {"bpy.utils.unregister_class(FORGET_PG_item)",
                                "bpy.utils.unregister_class(FORGET_OT_go)"};
  diagnostic.findings = {left("bpy.classes[0]", "FORGET_OT_go", 104)};
  return diagnostic;
}

Diagnostic copied_name() {
  return {.severity = Severity::kWarning,
          .code = DiagnosticCode::kStaleImport,
          .place = {.file = "forgetful/__init__.py",
                    .path = "addons/forgetful/__init__.py",
                    .line = 2,
                    .column = 1,
                    .end_column = 28,
                    .text = "from .settings import LIMIT"},
          .objects = {"forgetful.LIMIT"},
          .consequences = {{ConsequenceKind::kIsOld, {"reload-top"}, "forgetful/settings.py"}},
          .strategies = {"reload-top"},
          .mend = {.kind = MendKind::kImportModule,
                   .statements = {"from . import settings"},
                   .name = "settings.LIMIT"}};
}

Record record(const std::string& strategy, Outcome fresh) {
  Record record{.case_name = "forgetful", .strategy = strategy, .host = "bpy"};
  record.verdicts[Aspect::kFresh] = {fresh, {}};
  record.verdicts[Aspect::kProcessState] = {Outcome::kFail, {}};
  record.verdicts[Aspect::kClean] = {Outcome::kPass, {}};
  return record;
}

}  // namespace

CheckReport forgetful() {
  CheckReport report{.addon = "forgetful",
                     .path = "addons/forgetful",
                     .files = 3,
                     .host = "bpy",
                     .edit = "The edit: all lines moved.",
                     .judged = {"purge-dotted", "reload-top", "restart"}};
  report.report.environment = {.afresh_version = "0.1.0",
                               .python_version = "3.11.2",
                               .compiler = "GNU 12.2.0",
                               .isolation = "fork",
                               .seed = 7,
                               .hosts = {"bpy"}};
  report.report.records = {record("purge-dotted", Outcome::kPass),
                           record("reload-top", Outcome::kFail), record("restart", Outcome::kPass)};
  Diagnostic accepted = handler();
  accepted.place.line = 20;
  accepted.standing = Standing::kAccepted;
  accepted.reason = "the application clears it";
  Diagnostic known = handler();
  known.place.line = 21;
  known.standing = Standing::kKnown;
  report.diagnostics = {handler(), classes(), accepted, known, copied_name()};
  report.recommendation.results = {
      {.name = "purge-dotted", .is_judged = true, .others_not_right = 1},
      {.name = "reload-top", .is_judged = true, .asked_not_right = 1, .to_mend = {0, 4}},
      {.name = "restart", .needs = {.restarts = true}, .is_judged = true}};
  report.recommendation.best = 0;
  return report;
}

CheckReport tidy() {
  CheckReport report = forgetful();
  report.addon = "tidy";
  report.path = "addons/tidy";
  report.diagnostics.clear();
  return report;
}

CheckReport hostile_check() {
  CheckReport report = forgetful();
  const std::string bad =
      "</x>&\"'\x1b[31m\n\r\t%,:\xff\xc2\x9b"
      "2J<![CDATA[]]>::error::";
  report.addon = report.path = report.host = report.edit = bad;
  for (Diagnostic& each : report.diagnostics) {
    each.place.path = each.place.file = each.place.text = bad;
    each.place.end_column = 9;
    each.objects = {bad, bad};
    each.registry = each.noun = each.reason = bad;
    for (Consequence& consequence : each.consequences) consequence.detail = bad;
    each.mend.statements = {bad};
    each.mend.name = each.mend.unregister.file = bad;
    for (Finding& finding : each.findings) finding.paths = {bad};
  }
  for (Record& each : report.report.records)
    each.verdicts[Aspect::kRecovery] = {Outcome::kUnknown, said(bad)};
  return report;
}

}  // namespace afresh::sample
