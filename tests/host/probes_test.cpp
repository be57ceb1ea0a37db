// The registries as a snapshot sees them.
// SPDX-License-Identifier: MIT
#include "tests/host/host_test.hpp"

namespace afresh {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

class Probes : public PlainHostTest {};

TEST_F(Probes, AreTheseWithOrderWhereItMeansSomething) {
  std::vector<std::string> names;
  for (const RegistryProbe& each : host_->registries()) {
    names.push_back(each.name + (each.is_ordered ? " ordered" : ""));
  }
  EXPECT_THAT(names,
              ElementsAre("hostapi.enabled", "hostapi.classes ordered", "hostapi.handlers ordered",
                          "hostapi.timers ordered", "hostapi.properties", "hostapi.state",
                          "hostapi.claims", "hostapi.draw", "hostapi.document"));
}

TEST_F(Probes, OfANewHostShowOnlyDraw) {
  std::size_t entries = 0;
  for (const RegistryProbe& each : host_->registries()) entries += each.entries.size();
  EXPECT_EQ(entries, 1u);
  EXPECT_THAT(registry("hostapi.draw"), ElementsAre("draw draw owner="));
}

TEST_F(Probes, ShowAReplacedDrawWithItsModulesOwner) {
  load("demo.ops", "def paint(): pass\nH.draw = paint");
  EXPECT_THAT(registry("hostapi.draw"), ElementsAre("draw paint owner=demo"));
  run("del H.draw");
  EXPECT_THAT(registry("hostapi.draw"), IsEmpty());
}

TEST_F(Probes, ShowStateByKeyWithTheOwnerOfTheValue) {
  load("demo.ops",
       "def cb(): pass\nclass K: pass\nH.state.update(cb=cb, k=K, n=1)\nH.state[3] = K()");
  const std::vector<std::string> lines = registry("hostapi.state");
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_THAT(std::vector(lines.begin(), lines.begin() + 3),
              ElementsAre("cb cb owner=demo", "k K owner=demo", "n 1 owner="));
  EXPECT_THAT(lines[3], StartsWith("int <demo.ops.K object"));
}

TEST_F(Probes, FollowTheStateDictionaryEvenWhenItsNameIsRebound) {
  run("kept = H.state; H.state = {}; kept['a'] = 1");
  EXPECT_THAT(registry("hostapi.state"), ElementsAre("a 1 owner="));
}

TEST_F(Probes, OwnerOfABoundMethodIsThatOfItsFunction) {
  load("demo", "class K:\n  def m(self): pass\nH.state['m'] = K().m");
  EXPECT_THAT(registry("hostapi.state"), ElementsAre("m m owner=demo"));
}

TEST_F(Probes, AModuleNameThatIsNoTextIsNoOwner) {
  run("def f(): pass\nf.__module__ = 5\nclass K: __module__ = None\nH.state.update(f=f, k=K)");
  EXPECT_THAT(registry("hostapi.state"), ElementsAre("f f owner=", "k K owner="));
}

}  // namespace
}  // namespace afresh
