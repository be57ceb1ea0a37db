// SPDX-License-Identifier: MIT
#include "harness/engine/host_control.hpp"

#include <gmock/gmock.h>

#include "tests/engine/run_cases.hpp"

namespace afresh::engine {
namespace {

using ::testing::ElementsAre;

TEST(HostControl, KeepsTheHostsStepsAndEmptiesTheAddons) {
  Case a_case = testing::case_from_text(R"(addon: demo
addon: single
host: lenient
steps:
  enable demo
  enable single
  python held = demo
  edit demo 2
  set scene.count = 3
  repeat 2
    reload demo
    expect demo.run() == 1
  end
  turn
  disable demo

-- 1/demo/__init__.py --
from . import a
-- 1/demo/a.py --
x = 1
-- 1/single.py --
y = 1
-- 2/demo/a.py --
x = 2
)");
  Case control = with_empty_addons(a_case);
  std::vector<std::string> steps;
  for (const Step& step : control.steps) steps.push_back(render_step(step));
  EXPECT_THAT(steps, ElementsAre("enable demo", "enable single", "reload demo", "reload demo",
                                 "disable demo"));
  std::vector<std::string> files;
  for (const FileChange& change : control.versions.front().changes) files.push_back(change.path);
  EXPECT_THAT(files, ElementsAre("demo/__init__.py", "single.py"));
  EXPECT_EQ(control.versions.size(), 1U);
  EXPECT_EQ(control.taken_names, TakenNames::kLenient);
}

}  // namespace
}  // namespace afresh::engine
