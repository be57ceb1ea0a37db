// Which findings are one cause, and whose.
// SPDX-License-Identifier: MIT
#include "harness/diagnosis/diagnose.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "tests/diagnosis/findings.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kSavePost = "bpy.app.handlers.save_post";

Diagnosis diagnose_records(const std::vector<Record>& records, const std::string& host_way = "") {
  PythonSources sources = read_sources({{kWatchFile, kWatchText}});
  return diagnose({.records = records, .sources = sources, .host_way = host_way});
}

std::vector<std::string> codes(const Diagnosis& diagnosis) {
  std::vector<std::string> codes;
  for (const Diagnostic& each : diagnosis.diagnostics)
    codes.push_back(std::string(name_of(each.severity)) + " " + std::string(name_of(each.code)));
  return codes;
}

std::vector<ConsequenceKind> consequences(const Diagnostic& diagnostic) {
  std::vector<ConsequenceKind> kinds;
  for (const Consequence& each : diagnostic.consequences) kinds.push_back(each.kind);
  return kinds;
}

TEST(Diagnose, FoldsAllThatOneForgottenHandlerDoesIntoOne) {
  Finding again = leftover(std::string(kSavePost) + "[0]", function_ref("on_save"), 7);
  again.kind = FindingKind::kDuplicateRegistration;
  again.step = 2;
  std::vector<Finding> all{again,
                           leftover(std::string(kSavePost) + "[0]", function_ref("on_save"), 7),
                           leftover(std::string(kSavePost) + "[1]", function_ref("on_save", 2), 7),
                           leak(std::string(kSavePost) + "[0]", function_ref("on_save"), 7)};
  Finding old = leftover(std::string(kSavePost) + "[0]", function_ref("on_save"), 7);
  old.attribution = Attribution::kStrategy;
  Diagnosis diagnosis =
      diagnose_records({make_record("purge-dotted", all), make_record("toggle", {old}),
                        make_record("reload-top", {raised("already registered", 7)})});
  ASSERT_THAT(codes(diagnosis), ElementsAre("error leftover-handler"));
  const Diagnostic& one = diagnosis.diagnostics[0];
  EXPECT_THAT(one.objects, ElementsAre("on_save"));
  EXPECT_EQ(one.registry, kSavePost);
  EXPECT_EQ(one.noun, "handler");
  EXPECT_THAT(one.strategies, ElementsAre("purge-dotted", "toggle", "reload-top"));
  EXPECT_EQ(one.findings.size(), 6U);
  EXPECT_THAT(consequences(one),
              ElementsAre(ConsequenceKind::kRaises, ConsequenceKind::kMultiplies,
                          ConsequenceKind::kStays, ConsequenceKind::kKeepsOldVersion));
  EXPECT_EQ(one.consequences[0].detail, "ValueError: already registered");
  EXPECT_THAT(one.consequences[1].strategies, ElementsAre("purge-dotted"));
}

TEST(Diagnose, MarksTheCodeOfTheLine) {
  Diagnosis diagnosis = diagnose_records(
      {make_record("a", {leftover(std::string(kSavePost) + "[0]", function_ref("on_save"), 7)})});
  const DiagnosticPlace& place = diagnosis.diagnostics.at(0).place;
  EXPECT_EQ(place.line, 7);
  EXPECT_EQ(place.column, 5);
  EXPECT_EQ(place.end_column, 47);  // before the comment
  EXPECT_EQ(place.text, "    bpy.app.handlers.save_post.append(on_save)  # when it is saved");
}

TEST(Diagnose, NamesAllThatALoopRegisters) {
  Diagnosis diagnosis =
      diagnose_records({make_record("a", {leftover("bpy.classes[0]", class_ref("Panel"), 8),
                                          leftover("bpy.classes[1]", class_ref("Menu"), 8),
                                          leftover("bpy.classes[2]", class_ref("Panel"), 8)})});
  ASSERT_THAT(codes(diagnosis), ElementsAre("error leftover-class"));
  EXPECT_THAT(diagnosis.diagnostics[0].objects, ElementsAre("Panel", "Menu"));
}

TEST(Diagnose, NamesOnlyWhatIsTheAddonsOwnWhereAStrategyLeavesMore) {
  Finding more = leftover("bpy.classes[1]", class_ref("Menu"), 8);
  more.attribution = Attribution::kStrategy;
  Diagnosis diagnosis = diagnose_records(
      {make_record("a", {more, leftover("bpy.classes[0]", class_ref("Panel"), 8)})});
  ASSERT_EQ(diagnosis.diagnostics.size(), 1U);
  EXPECT_THAT(diagnosis.diagnostics[0].objects, ElementsAre("Panel"));
}

TEST(Diagnose, KeepsTwoThingsOfOneLineApart) {
  Diagnosis diagnosis = diagnose_records(
      {make_record("a", {leftover("bpy.app.timers[0]", function_ref("tick"), 7),
                         leftover(std::string(kSavePost) + "[0]", function_ref("on_save"), 7)})});
  EXPECT_THAT(codes(diagnosis), ElementsAre("error leftover-handler", "error leftover-timer"));
}

TEST(Diagnose, GivesObjectsWithoutALineAsOneForEachRegistryOrHolder) {
  Finding held = leak("x", class_ref("Item"), 0);
  held.actual = HeldObject{class_ref("Item"), {{LinkKind::kThread, "work", " globals"}}};
  held.paths = {"thread in work() globals.Item"};
  Finding another = held;
  another.actual = HeldObject{class_ref("Panel"), {{LinkKind::kThread, "work", " globals"}}};
  another.paths = {"thread in work() globals.Panel"};
  Diagnosis diagnosis = diagnose_records({make_record("a", {held, another})});
  ASSERT_THAT(codes(diagnosis), ElementsAre("error leak"));
  EXPECT_THAT(diagnosis.diagnostics[0].objects, ElementsAre("Item", "Panel"));
  EXPECT_EQ(diagnosis.diagnostics[0].place.file, "");
  // With the line that starts the thread they are its doing.
  Diagnosis with_thread = diagnose_records(
      {make_record("a", {held, another, leftover("threads[1]", atom_ref("'worker'"), 7)})});
  ASSERT_THAT(codes(with_thread), ElementsAre("error leftover-thread"));
  EXPECT_THAT(with_thread.diagnostics[0].objects, ElementsAre("'worker'"));
  EXPECT_EQ(with_thread.diagnostics[0].findings.size(), 3U);
}

TEST(Diagnose, WarnsOfACopyThatIsOlderThanItsModule) {
  Diagnosis diagnosis = diagnose_records({make_record("reload-sorted", {stale_import(2)})});
  ASSERT_THAT(codes(diagnosis), ElementsAre("warning stale-import"));
  EXPECT_THAT(diagnosis.diagnostics[0].objects, ElementsAre("demo.watch.LIMIT"));
  EXPECT_EQ(diagnosis.diagnostics[0].consequences.at(0).detail, "demo/settings.py");
  Finding derived = stale_import(3);
  derived.actual = NamedValue{"demo.settings.LIMIT", Moment::kBefore, true};
  EXPECT_THAT(codes(diagnose_records({make_record("reload-sorted", {derived})})),
              ElementsAre("warning stale-value"));
}

TEST(Diagnose, HoldsNothingAgainstTheAddonThatTheStrategyDoesToEveryOne) {
  Finding not_loaded = stale_import(2);
  not_loaded.kind = FindingKind::kStaleCode;
  not_loaded.overtaken_by.clear();
  Finding left = stale_import(2);
  left.kind = FindingKind::kStaleModule;
  Finding rollback = raised("no", 7);
  rollback.aspect = Aspect::kRollback;
  Finding of_host = leftover("bpy.addons[demo]", atom_ref("True"), 7);
  of_host.attribution = Attribution::kStrategy;
  of_host.aspect = Aspect::kClean;
  Diagnosis diagnosis = diagnose_records({make_record("a", {not_loaded, left, rollback, of_host})});
  EXPECT_THAT(diagnosis.diagnostics, IsEmpty());
  EXPECT_EQ(diagnosis.of_the_strategy["a"].size(), 4U);
  Finding host = leftover("bpy.classes[0]", class_ref("Panel"), 8);
  host.attribution = Attribution::kHost;
  EXPECT_THAT(diagnose_records({make_record("a", {host})}).diagnostics, IsEmpty());
}

TEST(Diagnose, CallsAnExceptionTheAddonsFaultOnlyUnderTheHostsOwnWay) {
  std::vector<Record> records{make_record("reload-top", {raised("no", 7)})};
  EXPECT_THAT(codes(diagnose_records(records, "toggle")), ElementsAre("warning register-error"));
  records.push_back(make_record("toggle", {raised("no", 7)}));
  EXPECT_THAT(codes(diagnose_records(records, "toggle")), ElementsAre("error register-error"));
  EXPECT_THAT(codes(diagnose_records(records, "")), ElementsAre("warning register-error"));
}

TEST(Diagnose, TellsErrorsFirstAndTheMostHarmfulOfThem) {
  Diagnosis diagnosis = diagnose_records(
      {make_record("a", {stale_import(2), leftover("bpy.properties[Scene.demo_size]", {}, 9),
                         leftover(std::string(kSavePost) + "[0]", function_ref("on_save"), 7)})});
  EXPECT_THAT(codes(diagnosis), ElementsAre("error leftover-handler", "error leftover-property",
                                            "warning stale-import"));
  EXPECT_THAT(diagnosis.diagnostics[1].objects, ElementsAre("Scene.demo_size"));
}

TEST(Diagnose, CountsAStrategyThatRefusesAsNotJudged) {
  EXPECT_THAT(diagnose_records({make_record("a", {}),
                                make_record("b", {}, {{Aspect::kFresh, Outcome::kRefused}})})
                  .judged,
              ElementsAre("a"));
}

/// Findings of a few lines, registries and kinds.
rc::Gen<Finding> some_finding() {
  return rc::gen::apply(
      [](int line, const std::string& path, FindingKind kind, Attribution attribution) {
        Finding finding = leftover(path, function_ref("on_save"), line);
        finding.kind = kind;
        finding.attribution = attribution;
        return finding;
      },
      rc::gen::inRange(0, 4),
      rc::gen::element<std::string>("bpy.app.timers[0]", "bpy.classes[1]", "demo.x", "threads[0]"),
      rc::gen::elementOf(kFindingKinds), rc::gen::elementOf(kAttributions));
}

RC_GTEST_PROP(Diagnose, LosesNoFindingAndTellsNoneTwice, ()) {
  auto found = *rc::gen::container<std::vector<Finding>>(some_finding());
  std::vector<Record> records{make_record("a", found)};
  Diagnosis diagnosis = diagnose_records(records);
  for (const Finding& finding : found) {
    auto holders = std::ranges::count_if(diagnosis.diagnostics, [&](const Diagnostic& each) {
      return std::ranges::find(each.findings, finding) != each.findings.end();
    });
    bool is_own = finding.attribution == Attribution::kAddon &&
                  finding.kind != FindingKind::kNoRollback &&
                  finding.kind != FindingKind::kRenamedModule;
    RC_ASSERT(holders <= 1);
    if (is_own) RC_ASSERT(holders == 1);
  }
}

RC_GTEST_PROP(Diagnose, DoesNotDependOnTheOrderOfRecords, ()) {
  auto found = *rc::gen::container<std::vector<Finding>>(some_finding());
  std::vector<Record> records;
  for (std::size_t i = 0; i < found.size(); ++i)
    records.push_back(make_record("s" + std::to_string(i % 3), {found[i]}));
  std::vector<std::string> there = codes(diagnose_records(records));
  std::ranges::reverse(records);
  RC_ASSERT(codes(diagnose_records(records)) == there);
}

}  // namespace
}  // namespace afresh::testing
