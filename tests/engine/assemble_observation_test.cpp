// Observations from events that may say anything. SPDX-License-Identifier: MIT
#include "harness/engine/assemble_observation.hpp"

#include <gmock/gmock.h>

namespace afresh::engine {
namespace {

using ::testing::ElementsAre;

std::vector<std::int32_t> enclosing_runs(const Observation& observation) {
  std::vector<std::int32_t> places;
  for (const BodyRun& run : observation.body_runs) places.push_back(run.within);
  return places;
}

TEST(AssembleObservation, LetsABodyLieOnlyWithinOneBeforeIt) {
  Served served;
  for (std::int32_t within : {-1, 0, 99, -7, 4, 3})
    served.events.emplace_back(BodyRun{.file = "demo/__init__.py", .within = within, .op = 0});
  EXPECT_THAT(enclosing_runs(assemble_observation({}, std::move(served), "/tmp/x")),
              ElementsAre(-1, 0, -1, -1, -1, 3));
}

TEST(AssembleObservation, CountsBodiesOfASuccessorFromItsOwnBeginning) {
  Served served;
  served.events.emplace_back(BodyRun{.file = "demo/__init__.py", .within = -1, .op = 0});
  served.events.emplace_back(wire::Handover{.op = 2});
  served.events.emplace_back(BodyRun{.file = "demo/__init__.py", .within = -1, .op = 2});
  served.events.emplace_back(BodyRun{.file = "demo/sub.py", .within = 0, .op = 2});
  Observation observation = assemble_observation({}, std::move(served), "/tmp/x");
  EXPECT_THAT(enclosing_runs(observation), ElementsAre(-1, -1, 1));
  EXPECT_THAT(observation.restarts, ElementsAre(2));
}

TEST(AssembleObservation, HidesTheNameOfTheFolderInEveryText) {
  const std::string folder = "/tmp/afresh.0123456789abcdef";
  Served served;
  served.events.emplace_back(wire::OpEnded{
      .op = 0,
      .result = {.message = folder + "/home", .traceback = folder, .where = folder + "/a.py:1"}});
  served.events.emplace_back(
      LeakCheck{.survivors = {{.object = {.type = folder + "type",
                                          .module = folder + "module",
                                          .name = folder + ".f",
                                          .value = "'" + folder + "'",
                                          .file = folder + "/demo.py"},
                               .holders = {{.label = "sys.path", .steps = "['" + folder + "']"},
                                           {.label = folder + "/x"}}}}});
  Snapshot snapshot;
  snapshot.graph.strings = {"", "str '" + folder + "/home'"};
  served.events.emplace_back(std::move(snapshot));
  Observation observation =
      assemble_observation({.ops = {{.action = TurnOp{}}}}, std::move(served), folder);
  std::string all = observation.results[0].message + observation.results[0].traceback +
                    observation.results[0].where + observation.snapshots[0].graph.strings[1];
  const Survivor& survivor = observation.leak_checks[0].survivors[0];
  const ObjectRef& object = survivor.object;
  for (const std::string* text :
       {&object.type, &object.module, &object.name, &object.value, &object.file})
    all += *text;
  for (const Link& link : survivor.holders) all += link.label + link.steps;
  EXPECT_EQ(all.find(folder), std::string::npos) << all;
}

TEST(AssembleObservation, HasNotCompletedWithoutAWordOfItsEnd) {
  Served served;
  served.reply.ending = Ending::kCompleted;
  EXPECT_EQ(assemble_observation({}, served, "/tmp/x").ending, Ending::kExit);
  served.events.emplace_back(wire::Finished{});
  EXPECT_EQ(assemble_observation({}, served, "/tmp/x").ending, Ending::kCompleted);
  EXPECT_EQ(assemble_observation({.ops = {{.action = TurnOp{}}}}, served, "/tmp/x").ending,
            Ending::kExit);
}

}  // namespace
}  // namespace afresh::engine
