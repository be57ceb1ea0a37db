// The words of findings: every kind and every side, short enough, in whole characters, and two
// sides never in the same words. SPDX-License-Identifier: MIT
#include "reports/finding_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

#include "harness/values/limits.hpp"
#include "reports/text.hpp"
#include "tests/values/findings.hpp"

namespace afresh {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

ObjectRef dict_of_2() {
  return {.kind = ObjectKind::kContainer, .type = "builtins.dict", .size = 2};
}
ObjectRef panel() {
  return {.kind = ObjectKind::kClass, .module = "demo", .name = "Panel", .load = 1};
}
Link place(std::string path) { return {.kind = LinkKind::kPlace, .label = std::move(path)}; }

Finding with_sides(FindingSide fresh, FindingSide actual,
                   FindingKind kind = FindingKind::kStaleValue) {
  return {.kind = kind,
          .aspect = Aspect::kFresh,
          .step_text = "reload demo",
          .paths = {"demo.unit"},
          .fresh = std::move(fresh),
          .actual = std::move(actual)};
}

std::string actual_text(FindingSide actual, FindingKind kind = FindingKind::kStaleValue) {
  return side_texts(with_sides(Nothing{}, std::move(actual), kind)).actual;
}
std::string fresh_text(FindingSide fresh, FindingKind kind = FindingKind::kStaleValue) {
  return side_texts(with_sides(std::move(fresh), Growth{.cycles = 1}, kind)).fresh;
}
std::string held_text(std::vector<Link> holders) {
  return actual_text(HeldObject{panel(), std::move(holders)}, FindingKind::kLeak);
}

TEST(ObjectText, NamesEachKindOfObjectAsAPersonWould) {
  const std::vector<std::pair<ObjectRef, std::string>> rows{
      {{.kind = ObjectKind::kAtom, .type = "str", .value = "'cm'"}, "str 'cm'"},
      {{.kind = ObjectKind::kAtom, .value = "None"}, "None"},
      {{.kind = ObjectKind::kModule, .name = "demo.sub", .load = 2}, "module demo.sub, load 2"},
      {{.kind = ObjectKind::kNamespace, .name = "demo.sub"}, "the namespace of demo.sub"},
      {{.kind = ObjectKind::kNamespace}, "the namespace of a module"},
      {panel(), "class Panel, load 1"},
      {{.kind = ObjectKind::kFunction, .name = "unit", .file = "demo/settings.py"},
       "function unit (demo/settings.py)"},
      {{.kind = ObjectKind::kFunction, .name = "unit"}, "function unit"},
      {{.kind = ObjectKind::kInstance, .type = "demo.Point"}, "Point object"},
      {dict_of_2(), "dict of 2"},
      {{.kind = ObjectKind::kWrapper, .type = "builtins.method", .name = "demo.unit"},
       "method demo.unit"},
      {{.kind = ObjectKind::kWrapper, .type = "builtins.cell"}, "cell"},
      {{.kind = ObjectKind::kRegistry, .size = 3}, "registry of 3"},
      {{.kind = ObjectKind::kEntry}, "an entry"},
      {{.kind = ObjectKind::kKey, .value = "['a']"}, "['a']"}};
  std::set<ObjectKind> told;
  for (const auto& [object, text] : rows) {
    EXPECT_EQ(object_text(object), text);
    told.insert(object.kind);
  }
  EXPECT_EQ(told.size(), kObjectKinds.size());
}

TEST(SideTexts, SayEachAlternativeInItsOwnWords) {
  EXPECT_EQ(actual_text(dict_of_2()), "dict of 2");
  EXPECT_EQ(fresh_text(SameObjectAs{"demo.TABLE"}), "the object that is at demo.TABLE too");
  EXPECT_EQ(
      actual_text(OverOldNamespace{
          {.kind = ObjectKind::kFunction, .name = "unit", .file = "demo/settings.py", .load = 1}}),
      "function unit (demo/settings.py), load 1 over an older namespace");
  EXPECT_EQ(actual_text(EntryOrder{{{.kind = ObjectKind::kKey, .value = "['a']"}, dict_of_2()}}),
            "the order ['a'], dict of 2");
  EXPECT_EQ(actual_text(PythonError{"ValueError", "no"}), "ValueError: no");
  EXPECT_EQ(actual_text(PythonError{"ValueError", ""}), "ValueError");
  EXPECT_EQ(actual_text(PythonError{"", "2"}), "2");
  EXPECT_EQ(actual_text(PythonError{}), "what is false");
  EXPECT_EQ(actual_text(Growth{.first = 44, .last = 70, .cycles = 13}),
            "2 objects more after each of 13 cycles");
  EXPECT_EQ(actual_text(NamedValue{"demo.LIMIT", Moment::kBefore}), "an older value of demo.LIMIT");
  EXPECT_EQ(fresh_text(NamedValue{"demo.LIMIT", Moment::kNow}), "the value of demo.LIMIT");
  EXPECT_EQ(actual_text(NamedValue{"demo.LIMIT", Moment::kBefore, true}),
            "what demo.LIMIT gave before");
  EXPECT_EQ(fresh_text(NamedValue{"demo.LIMIT", Moment::kNow, true}), "what demo.LIMIT gives now");
  EXPECT_EQ(fresh_text(SourceState{{"demo/ui.py", 4, ""}, Moment::kNow}),
            "the code that is now at demo/ui.py:4");
  EXPECT_EQ(actual_text(SourceState{{"demo/ui.py", 4, ""}, Moment::kBefore}),
            "the code that was before the edit at demo/ui.py:4");
  EXPECT_EQ(fresh_text(SourceState{{"demo/ui.py", 0, ""}, Moment::kNow}),
            "what demo/ui.py says now");
  EXPECT_EQ(actual_text(SourceState{{"demo/ui.py", 0, ""}, Moment::kBefore}),
            "what demo/ui.py said before the edit");
  EXPECT_EQ(fresh_text(SourceState{{}, Moment::kNow}), "the edited definitions");
}

TEST(SideTexts, SayWhatBecameOfAModule) {
  const std::map<ModuleChange, std::string> texts{
      {ModuleChange::kNone, "module json"},
      {ModuleChange::kGone, "nothing"},
      {ModuleChange::kReplaced, "another module json"},
      {ModuleChange::kRunAgain, "module json, run again"},
      {ModuleChange::kLoadedAgain, "module json, loaded again"}};
  for (ModuleChange change : kModuleChanges) {
    const FindingSide before = ChangedModule{"json", ModuleChange::kNone};
    if (change == ModuleChange::kNone) continue;
    EXPECT_EQ(side_texts(with_sides(before, ChangedModule{"json", change})).actual,
              texts.at(change));
  }
  EXPECT_EQ(fresh_text(ChangedModule{"json", ModuleChange::kNone}), texts.at(ModuleChange::kNone));
}

TEST(SideTexts, SayHowAProcessEnded) {
  auto text = [](Ending ending, int status) {
    return actual_text(ProcessEnd{ending, status}, FindingKind::kCrash);
  };
  EXPECT_EQ(text(Ending::kSignal, 11), "died of signal 11");
  EXPECT_EQ(text(Ending::kExit, 3), "exited with status 3");
  EXPECT_EQ(text(Ending::kDeadline, 0), "did not end before its deadline");
  EXPECT_EQ(text(Ending::kCompleted, 0), "ended");
  EXPECT_EQ(text(Ending::kSignal, kProcessLimitExceeded),
            "was ended with more than 256 processes alive");
  EXPECT_EQ(text(Ending::kSignal, kMemoryLimitExceeded),
            "was ended with more than 4 GiB of memory in its processes");
}

TEST(SideTexts, TellWhoHoldsAnOldObjectFromTheRootOn) {
  EXPECT_EQ(held_text({place("hostapi.handlers[1]"), {LinkKind::kMethod, "emit", ""}}),
            "hostapi.handlers[1] → bound method emit → class demo.Panel, load 1");
  EXPECT_EQ(held_text({place("logging.root.handlers[1]")}),
            "logging.root.handlers[1] → class demo.Panel, load 1");
  EXPECT_EQ(held_text({}), "class demo.Panel, load 1, held by C code");
}

TEST(SideTexts, NameEachKindOfHolder) {
  const std::map<LinkKind, std::string> texts{{LinkKind::kPlace, "K.x"},
                                              {LinkKind::kThread, "thread in K().x"},
                                              {LinkKind::kHost, "the application itself.x"},
                                              {LinkKind::kStrategy, "the strategy.x"},
                                              {LinkKind::kContext, "the current context.x"},
                                              {LinkKind::kNativeCode, "C code.x"},
                                              {LinkKind::kModule, "module K.x"},
                                              {LinkKind::kClass, "class K.x"},
                                              {LinkKind::kFunction, "function K.x"},
                                              {LinkKind::kMethod, "bound method K.x"},
                                              {LinkKind::kInstance, "instance of K.x"},
                                              {LinkKind::kObject, "K.x"}};
  for (LinkKind kind : kLinkKinds) {
    EXPECT_EQ(held_text({{kind, "K", ".x"}}), texts.at(kind) + " → class demo.Panel, load 1");
  }
}

TEST(SideTexts, LeaveOutTheMiddleOfALongChain) {
  const Link longer{LinkKind::kObject, std::string(60, 'x'), ""};
  const Link last{LinkKind::kObject, "last", ""};
  EXPECT_EQ(held_text({place("root"), longer, longer, last}),
            "root → … → last → class demo.Panel, load 1");
}

TEST(SideTexts, CountWhatElseTheSameHoldersHave) {
  EXPECT_EQ(actual_text(HeldObject{panel(), {place("atexit[0]")}, 2}, FindingKind::kLeak),
            "atexit[0] → class demo.Panel, load 1 (and 2 more)");
}

TEST(SideTexts, SayThatACopyIsOlderThanWhatItCopies) {
  Finding finding = with_sides(Nothing{}, dict_of_2());
  finding.overtaken_by = "demo/settings.py";
  EXPECT_EQ(side_texts(finding).actual, "dict of 2, copied before demo/settings.py ran again");
}

TEST(SideTexts, TellTwoSidesOfOneNameApart) {
  SideTexts texts = side_texts(with_sides(dict_of_2(), dict_of_2()));
  EXPECT_EQ(texts.fresh, "dict of 2");
  EXPECT_EQ(texts.actual, "another dict of 2");
  texts = side_texts(with_sides(SameObjectAs{"demo.TABLE"}, dict_of_2()));
  EXPECT_EQ(texts.actual, "another dict of 2");
  // Different only behind where a side is cut.
  const std::string start(200, 'x');
  texts = side_texts(with_sides(PythonError{"", start + "a"}, PythonError{"", start + "b"}));
  EXPECT_NE(texts.actual, texts.fresh);
}

TEST(SideTexts, AreShortAndNeverEmptyForEveryKindAndEverySide) {
  for (const Finding& finding : testing::every_finding()) {
    const SideTexts texts = side_texts(finding);
    for (const std::string& text : {texts.fresh, texts.actual}) {
      EXPECT_FALSE(text.empty()) << name_of(finding.kind);
      EXPECT_LE(text.size(), kMaxSideBytes) << text;
    }
    EXPECT_NE(texts.fresh, texts.actual) << name_of(finding.kind);
  }
}

// Two and three bytes a character, and ASCII between.
rc::Gen<std::string> gen_utf8() {
  const auto piece = rc::gen::element<std::string>("é", "→", "x", " ", "demo.", "'");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                      [](const std::vector<std::string>& pieces) {
                        std::string text;
                        for (const std::string& each : pieces) text += each + each + each;
                        return text;
                      });
}

RC_GTEST_PROP(SideTexts, AreShortInWholeCharactersWhateverAnAddonCallsThings, ()) {
  const Finding finding = *rc::gen::noShrink(testing::gen_finding(gen_utf8()));
  const SideTexts texts = side_texts(finding);
  for (const std::string& text : {texts.fresh, texts.actual}) {
    RC_ASSERT(text.size() <= kMaxSideBytes);
    RC_ASSERT(valid_utf8(text) == text);
  }
}

TEST(Shortened, IsShortAndStaysWholeCharacters) {
  std::string text;
  while (text.size() < 2 * kMaxSideBytes) text += "é";
  for (const std::string& tail : {text, "x" + text}) {
    std::string words = shortened(tail);
    EXPECT_LE(words.size(), kMaxSideBytes);
    EXPECT_THAT(words, EndsWith("é…"));
  }
  EXPECT_EQ(shortened("short"), "short");
}

TEST(SourceLineText, SaysAsMuchAsIsKnown) {
  EXPECT_EQ(source_line_text({"demo/ui.py", 4, "LIMIT = 10"}), "demo/ui.py:4: LIMIT = 10");
  EXPECT_EQ(source_line_text({"demo/ui.py", 4, ""}), "demo/ui.py:4");
  EXPECT_EQ(source_line_text({"demo/ui.py", 0, ""}), "demo/ui.py");
  EXPECT_EQ(source_line_text({}), "");
}

TEST(YardstickText, IsThatOfTheAspect) {
  const std::map<Aspect, std::string> texts{
      {Aspect::kFresh, "a fresh start has"},      {Aspect::kProcessState, "a fresh start has"},
      {Aspect::kClean, "an untouched host has"},  {Aspect::kRollback, "before it there was"},
      {Aspect::kRecovery, "a fresh start has"},   {Aspect::kIsolation, "before it there was"},
      {Aspect::kLiveObjects, "the case expects"}, {Aspect::kUserData, "a fresh start has"},
      {Aspect::kLeaks, "a fresh start has"}};
  for (Aspect aspect : kAspects) EXPECT_EQ(yardstick_text(aspect), texts.at(aspect));
}

TEST(AttributionText, NamesEverybodyButTheStrategy) {
  const std::map<Attribution, std::string> texts{
      {Attribution::kStrategy, ""},
      {Attribution::kAddon, "the add-on's own doing"},
      {Attribution::kHost, "the host's doing"},
      {Attribution::kInterpreter, "held by a cache of CPython"}};
  for (Attribution each : kAttributions) EXPECT_EQ(attribution_text(each), texts.at(each));
}

TEST(FindingSentence, IsOneLineThatBeginsWithTheKindForEveryKindAndEverySide) {
  for (const Finding& finding : testing::every_finding()) {
    const std::string sentence = finding_sentence(finding);
    EXPECT_THAT(sentence, StartsWith(std::string(name_of(finding.kind)) + " at demo.Item after "
                                                                          "`reload demo`: "));
    EXPECT_THAT(sentence, AllOf(EndsWith("."), Not(HasSubstr("\n"))));
    EXPECT_THAT(sentence, HasSubstr(", because of demo/__init__.py:1: import item"));
    const std::string blame(attribution_text(finding.attribution));
    EXPECT_EQ(sentence.find(" (" + blame + ").") != std::string::npos, !blame.empty());
  }
}

TEST(FindingSentence, TellsEachKindByWhatItIsHeldAgainst) {
  auto sentence = [](FindingKind kind, const FindingSide& fresh, const FindingSide& actual) {
    return finding_sentence(with_sides(fresh, actual, kind));
  };
  EXPECT_EQ(sentence(FindingKind::kCrash, Nothing{}, ProcessEnd{Ending::kSignal, 11}),
            "crash at demo.unit after `reload demo`: the process died of signal 11.");
  EXPECT_EQ(sentence(FindingKind::kHang, Nothing{}, ProcessEnd{Ending::kDeadline, 0}),
            "hang at demo.unit after `reload demo`: the process did not end before its deadline.");
  EXPECT_EQ(sentence(FindingKind::kRegisterError, Nothing{}, PythonError{"ValueError", "no"}),
            "register-error at demo.unit after `reload demo`: a fresh start has no error, here is "
            "ValueError: no.");
  EXPECT_EQ(sentence(FindingKind::kWrongBehaviour, Nothing{}, PythonError{"", "2"}),
            "wrong-behaviour at demo.unit after `reload demo`: it holds after a fresh start, here "
            "it gives 2.");
  EXPECT_EQ(sentence(FindingKind::kLeak, Nothing{}, HeldObject{panel(), {place("atexit[0]")}}),
            "leak at demo.unit after `reload demo`: still alive: atexit[0] → class demo.Panel, "
            "load 1.");
  EXPECT_EQ(sentence(FindingKind::kLeak, Nothing{}, Growth{.first = 1, .last = 13, .cycles = 12}),
            "leak at demo.unit after `reload demo`: there are 1 objects more after each of 12 "
            "cycles.");
  EXPECT_EQ(sentence(FindingKind::kStaleValue, dict_of_2(), Nothing{}),
            "stale-value at demo.unit after `reload demo`: a fresh start has dict of 2, here is "
            "nothing.");
}

}  // namespace
}  // namespace afresh
