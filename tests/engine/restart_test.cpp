// A restart, as a whole trial. SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "tests/engine/run_cases.hpp"

namespace afresh::engine {
namespace {

using afresh::testing::case_from_text;
using afresh::testing::run_once;
using ::testing::Each;
using ::testing::Field;

TEST(Restart, EnablesTheOthersAfterOneThatCannotLoad) {
  Case a_case = case_from_text(R"(addon: demo
addon: other
steps:
  enable demo
  enable other
  edit demo 2
  reload demo
  edit demo 3
  reload demo
  expect demo.run() == 3 and other.run() == 1

-- 1/demo/__init__.py --
def run(): return 1
def register(): pass
def unregister(): pass
-- 1/other/__init__.py --
def run(): return 1
def register(): pass
def unregister(): pass
-- 2/demo/__init__.py --
def run(: return 2
-- 3/demo/__init__.py --
def run(): return 3
def register(): pass
def unregister(): pass
)");
  Record record = run_once(testing::shared_worker_pool(), a_case,
                           {.name = "restart", .source = {}, .file = {}});
  // A host that starts with an add-on that does not load has the others all the same: so in the
  // fresh start of that moment, and nobody is harmed.
  EXPECT_EQ(record.verdicts.at(Aspect::kRecovery).outcome, Outcome::kPass);
  EXPECT_EQ(record.verdicts.at(Aspect::kIsolation).outcome, Outcome::kPass);
  EXPECT_THAT(record.findings, Each(Field(&Finding::aspect, Aspect::kRollback)));
}

}  // namespace
}  // namespace afresh::engine
