// SPDX-License-Identifier: MIT
#include "tests/reports/sample.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace afresh::sample {
namespace {

using enum Aspect;
using enum Outcome;

Finding stale_limit() {
  return {.kind = FindingKind::kStaleValue,
          .aspect = kFresh,
          .step = 2,
          .step_text = "reload demo",
          .paths = {"demo.LIMIT", "demo.limits['now']"},
          .fresh = ObjectRef{.kind = ObjectKind::kAtom, .type = "int", .value = "20"},
          .actual = ObjectRef{.kind = ObjectKind::kAtom, .type = "int", .value = "10"},
          .overtaken_by = "demo/settings.py",
          .cause = {"demo/__init__.py", 1, "from .settings import LIMIT"}};
}

ObjectRef panel(std::uint32_t load) {
  return {.kind = ObjectKind::kClass, .module = "demo.sub.panel", .name = "Panel", .load = load};
}

Finding stale_class() {
  return {.kind = FindingKind::kStaleCode,
          .aspect = kFresh,
          .step = 2,
          .step_text = "reload demo",
          .paths = {"demo.sub.panel.Panel"},
          .fresh = panel(2),
          .actual = panel(1)};
}

Finding forgotten_handler() {
  return {.kind = FindingKind::kLeftoverRegistration,
          .aspect = kProcessState,
          .step = 3,
          .step_text = "disable demo",
          .paths = {"logging.root.handlers[0]"},
          .actual = ObjectRef{.kind = ObjectKind::kInstance, .type = "logging.StreamHandler"},
          .cause = {"demo/__init__.py", 4, "logging.getLogger().addHandler(handler)"},
          .attribution = Attribution::kAddon};
}

Record record(std::string case_name, std::string strategy, std::map<Aspect, Verdict> verdicts,
              std::vector<Finding> findings = {}) {
  return {.case_name = std::move(case_name),
          .strategy = std::move(strategy),
          .host = "plain",
          .verdicts = std::move(verdicts),
          .findings = std::move(findings),
          .masked = 1,
          .opaque = 2,
          .nodes = 120,
          .trial_ms = 1.5};
}

}  // namespace

Report scenarios() {
  const Verdict pass{kPass, {}};
  const Verdict fail{kFail, {}};
  const Verdict behaves{.outcome = kFail, .reason = {}, .behaviour = kPass};
  const Verdict misbehaves{.outcome = kFail, .reason = {}, .behaviour = kFail};
  Report report;
  report.environment = {.afresh_version = "0.1.0",
                        .python_version = "3.11.2",
                        .compiler = "GNU 12.2.0",
                        .isolation = "fork",
                        .seed = 7,
                        .hosts = {"plain"}};
  report.records = {
      record("nested-classes", "reload-top", {{kFresh, fail}, {kClean, pass}}, {stale_class()}),
      record("nested-classes", "purge-dotted", {{kFresh, pass}, {kClean, pass}}),
      record("nested-classes", "restart",
             {{kFresh, {kRefused, said("the host cannot restart")}}, {kClean, pass}}),
      record("from-import-constant", "reload-top", {{kFresh, misbehaves}, {kClean, pass}},
             {stale_class(), stale_limit()}),
      record("from-import-constant", "purge-dotted", {{kFresh, pass}, {kClean, pass}}),
      record("from-import-constant", "restart", {{kFresh, pass}, {kClean, pass}}),
      record("log-handler", "reload-top",
             {{kFresh, behaves}, {kProcessState, fail}, {kClean, pass}},
             {stale_limit(), forgotten_handler()}),
      record("log-handler", "purge-dotted",
             {{kFresh, pass},
              {kProcessState, {kUnknown, said("depends on iteration order")}},
              {kClean, pass}},
             {forgotten_handler()}),
      record("log-handler", "restart",
             {{kFresh, pass},
              {kProcessState, {kUnknown, said("depends on iteration order")}},
              {kClean, {kFail, said("the edit did not take hold")}}}),
  };
  report.cases = {
      {"nested-classes", {.bytes = 400, .replay_argument = "scenarios/nested-classes.case"}},
      {"from-import-constant",
       {.bytes = 250, .replay_argument = "scenarios/from-import-constant.case"}},
      {"log-handler", {.bytes = 300, .replay_argument = "scenarios/log-handler.case"}}};
  return report;
}

Report with_generated() {
  Report report = scenarios();
  report.records.push_back(
      record("generated-7-0", "reload-top", {{kFresh, {kFail, {}}}}, {stale_limit()}));
  report.records.push_back(record("generated-7-0", "purge-dotted", {{kFresh, {kPass, {}}}}));
  report.records.push_back(record("generated-7-1", "reload-top",
                                  {{kFresh, {kFail, {}}}, {kIsolation, {kFail, {}}}},
                                  {stale_limit()}));
  report.cases["generated-7-0"] = {
      .bytes = 90, .is_generated = true, .replay_argument = "--generated-case 7:0"};
  report.cases["generated-7-1"] = {
      .bytes = 80, .is_generated = true, .replay_argument = "--generated-case 7:1"};
  return report;
}

Report hostile() {
  const std::string text = "<b>`|``` & \"*_#'\n]]>\x1b[31m\x01 caf\xe9 \xed\xa0\x80 \xef\xbf\xbf é";
  Report report = scenarios();
  report.environment.compiler = text;
  report.records = {record(text, text,
                           {{kFresh, {kFail, {}}},
                            {kClean, {kUnknown, said(text)}},
                            {kIsolation, {kRefused, said(text)}}},
                           {{.kind = FindingKind::kStaleValue,
                             .aspect = kFresh,
                             .step_text = text,
                             .paths = {text},
                             .fresh = ObjectRef{.kind = ObjectKind::kAtom, .value = text},
                             .actual = PythonError{text, text},
                             .overtaken_by = text,
                             .cause = {text, 7, text}}})};
  report.cases = {{text, {.bytes = 9, .replay_argument = text}}};
  return report;
}

}  // namespace afresh::sample
