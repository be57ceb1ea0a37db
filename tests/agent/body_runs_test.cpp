// The ledger of executions: which body ran after whose, whoever made it run.
// SPDX-License-Identifier: MIT
#include "harness/agent/recording/body_runs.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "harness/engine/plan.hpp"
#include "tests/agent/in_process.hpp"
#include "tests/agent/observed.hpp"
#include "tests/engine/run_cases.hpp"

namespace afresh {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string shown(const std::vector<BodyRun>& runs) {
  std::string text;
  for (const BodyRun& run : runs) {
    if (!text.empty()) text += "; ";
    text += run.within < 0 ? run.file : fmt::format("{} in {}", run.file, run.within);
  }
  return text;
}

class BodyRuns : public testing::InProcess {
 protected:
  BodyRuns() : runs_(agent_.passive(), ownership_) {
    load({{"demo/__init__.py", "from .part import V\nfrom . import other\n"},
          {"demo/part.py", "V = 1"},
          {"demo/other.py", "from .part import V"},
          {"demo/broken.py", "from . import late\nraise ValueError"},
          {"demo/late.py", ""}});
    EXPECT_EQ(shown(runs_.take()), "demo/__init__.py; demo/part.py in 0; demo/other.py in 0");
  }
  /// What runs while these statements do.
  std::string during(const std::string& code) {
    run(code);
    return shown(runs_.take());
  }

  agent::BodyRuns runs_;
};

TEST_F(BodyRuns, AreNotedOfAReload) {
  EXPECT_EQ(during("importlib.reload(demo.part)"), "demo/part.py");
  EXPECT_EQ(during("importlib.reload(demo)"), "demo/__init__.py");
}

TEST_F(BodyRuns, AreNotedOfSourceThatIsExecutedByHand) {
  EXPECT_EQ(during("path = demo.part.__file__\n"
                   "exec(compile(open(path).read(), path, 'exec'), {})"),
            "demo/part.py");
  EXPECT_EQ(during("import runpy; runpy.run_path(path)"), "demo/part.py");
}

TEST_F(BodyRuns, AreNotedOfModulesThatAreLoadedUnderAnotherName) {
  EXPECT_EQ(during("import importlib.util\n"
                   "spec = importlib.util.spec_from_file_location('_p', demo.part.__file__)\n"
                   "spec.loader.exec_module(importlib.util.module_from_spec(spec))"),
            "demo/part.py");
}

TEST_F(BodyRuns, OfABodyThatRaisesCountAsBegun) {
  EXPECT_EQ(during("try: import demo.broken\nexcept ValueError: pass"),
            "demo/broken.py; demo/late.py in 3");
}

TEST_F(BodyRuns, WithinAFunctionThatABodyCallsAreWithinThatBody) {
  run("import builtins; builtins.reload = importlib.reload");
  run("open(demo.other.__file__, 'a').write('\\ndef f(): reload(part)\\nfrom . import "
      "part\\nf()')");
  EXPECT_EQ(during("importlib.invalidate_caches(); importlib.reload(demo.other)"),
            "demo/other.py; demo/part.py in 3");
  run("del builtins.reload");
}

TEST_F(BodyRuns, AreNotThoseOfOtherCode) {
  EXPECT_THAT(during("exec('x = 1'); eval('1'); importlib.reload(types)"), IsEmpty());
  EXPECT_THAT(during("exec(compile('x = 1', '/elsewhere/demo/part.py', 'exec'), {})"), IsEmpty());
  // A function of an add-on's file is no body.
  EXPECT_THAT(during("exec(compile('def f(): pass', demo.part.__file__, 'exec').co_consts[0])"),
              IsEmpty());
}

TEST_F(BodyRuns, AreHeardBesideAnAuditHookOfTheAddOn) {
  run("heard = []\n"
      "sys.addaudithook(lambda event, args: heard.append(event) if event == 'exec' else None)");
  EXPECT_EQ(during("importlib.reload(demo.part)"), "demo/part.py");
  EXPECT_EQ(eval("'exec' in heard"), "True");
}

TEST_F(BodyRuns, KeepNothingAlive) {
  run("path = demo.part.__file__\n"
      "code = compile(open(path).read(), path, 'exec')\n"
      "before = sys.getrefcount(code)\n"
      "exec(code, {})");
  EXPECT_EQ(eval("sys.getrefcount(code) - before"), "0");
}

Observation observed(const std::string& steps, const std::string& strategy) {
  Case a_case = testing::case_from_text(testing::case_text(
      {.steps = steps,
       .files = {{"1/demo/__init__.py",
                  "from .part import V\ndef register(): pass\ndef unregister(): pass"},
                 {"1/demo/part.py", "V = 1"},
                 {"2/demo/part.py", "V = 22"}}}));
  Script script =
      engine::make_plan(a_case, engine::files_of_case(a_case), testing::shipped(strategy)).trial;
  Result<Observation> observation =
      testing::shared_worker_pool().run(script, engine::Variant::kBase);
  if (!observation) throw std::runtime_error(observation.error().message);
  return *observation;
}

TEST(BodyRunsOfATrial, BelongToTheirOperations) {
  Observation trial = observed("enable demo; edit demo 2; reload demo", "reload-top");
  EXPECT_EQ(shown(trial.body_runs), "demo/__init__.py; demo/part.py in 0; demo/__init__.py");
  std::vector<std::uint32_t> ops;
  for (const BodyRun& run : trial.body_runs) ops.push_back(run.op);
  EXPECT_THAT(ops, ElementsAre(1, 1, 3));
}

TEST(BodyRunsOfATrial, GoOnInASuccessor) {
  Observation trial = observed("enable demo; edit demo 2; reload demo", "restart");
  EXPECT_EQ(shown(trial.body_runs),
            "demo/__init__.py; demo/part.py in 0; demo/__init__.py; demo/part.py in 2");
  EXPECT_EQ(trial.body_runs.back().op, 3U);
}

}  // namespace
}  // namespace afresh
