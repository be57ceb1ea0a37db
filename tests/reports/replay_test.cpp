// SPDX-License-Identifier: MIT
#include "reports/replay.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "tests/reports/sample.hpp"

namespace afresh {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string told(Attribution attribution) {
  Record record = sample::scenarios().records[6];
  record.findings.back().attribution = attribution;
  std::ostringstream out;
  write_replay(out, Case{}, {record}, false);
  return out.str();
}

TEST(Replay, SaysWhoIsToBlameWhereItIsNotTheStrategy) {
  EXPECT_THAT(told(Attribution::kStrategy), Not(HasSubstr("to blame")));
  EXPECT_THAT(told(Attribution::kAddon),
              HasSubstr("  to blame:              the add-on's own doing\n"));
  EXPECT_THAT(told(Attribution::kHost), HasSubstr("  to blame:              the host's doing\n"));
  EXPECT_THAT(told(Attribution::kInterpreter),
              HasSubstr("  to blame:              held by a cache of CPython\n"));
}

TEST(Replay, NamesTheYardstickOfTheAspect) {
  Record record = sample::scenarios().records[3];
  for (Finding& finding : record.findings) finding.aspect = Aspect::kRollback;
  record.verdicts = {{Aspect::kRollback, {Outcome::kFail, {}}}};
  std::ostringstream out;
  write_replay(out, Case{}, {record}, false);
  EXPECT_THAT(
      out.str(),
      HasSubstr(
          "        before it there was:   int 20\n"
          "        here is:               int 10, copied before demo/settings.py ran again\n"));
}

TEST(Replay, SaysWhereStructureDiffersAndBehaviourDoesNot) {
  auto told_of = [](std::size_t record, bool colour) {
    std::ostringstream out;
    write_replay(out, Case{}, {sample::scenarios().records[record]}, colour);
    return out.str();
  };
  EXPECT_THAT(told_of(6, false),
              HasSubstr("  fresh      fail in structure alone; all that the case expects holds\n"));
  EXPECT_THAT(told_of(6, true), HasSubstr("  fresh      \x1b[34mfail\x1b[0m in structure"));
  EXPECT_THAT(told_of(3, true), HasSubstr("  fresh      \x1b[31mfail\x1b[0m\n"));
}

TEST(Replay, LetsNoControlCharacterOfAnAddonThrough) {
  Record record = sample::hostile().records[0];
  record.strategy = "s";
  std::ostringstream out;
  write_replay(out, Case{}, {record}, false);
  EXPECT_THAT(out.str(), Not(HasSubstr("\x1b")));
  EXPECT_THAT(out.str(), Not(HasSubstr("\x01")));
  EXPECT_EQ(std::ranges::count(out.str(), '\n'), 12);
}

TEST(Replay, StatesOfAnAspectOnlyTheKindsThatMakeItFail) {
  Record record = sample::scenarios().records[6];
  EXPECT_EQ(stated_form(record, Aspect::kFresh), "fail(stale-value)");
  EXPECT_EQ(stated_form(record, Aspect::kProcessState), "fail(leftover-registration)");
  record.findings.back().aspect = Aspect::kFresh;
  EXPECT_EQ(stated_form(record, Aspect::kFresh), "fail(stale-value)");
}

}  // namespace
}  // namespace afresh
