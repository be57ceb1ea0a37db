// `replay --record` and `judge`: the same answer again, from a file alone.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "tests/cli/program.hpp"

namespace afresh::testing {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;

class Judge : public Program {
 protected:
  /// What `replay` says of the strategy, and what `judge` says of the evidence of it.
  std::pair<std::string, std::string> told_twice(const std::string& scenario,
                                                 const std::string& strategy) {
    ProgramResult replayed =
        run({"replay", scenario, "--strategy", strategy, "--record", "trial.json"});
    EXPECT_EQ(replayed.status, 0) << replayed.err;
    const std::string evidence = "\nEvidence: trial.json (afresh judge trial.json)\n";
    EXPECT_THAT(replayed.out, EndsWith(evidence));
    std::size_t begin = replayed.out.rfind("\n" + strategy + "\n") + 1;
    return {replayed.out.substr(begin, replayed.out.size() - evidence.size() - begin),
            run({"judge", "trial.json"}).out};
  }
};

TEST_F(Judge, SaysAgainWhatTheTrialCameTo) {
  for (const auto& [scenario, strategy] :
       std::vector<std::pair<std::string, std::string>>{{"star_import", "toggle"},
                                                        {"second_log_handler", "purge-dotted"},
                                                        {"prefix_neighbour", "purge-prefix"},
                                                        {"syntax_error_repaired", "reload-sorted"},
                                                        {"user_value", "restart-clean"},
                                                        {"live_method", "in-locals"}}) {
    auto [replayed, judged] = told_twice(scenario, strategy);
    EXPECT_EQ(judged, replayed) << scenario << " under " << strategy;
    EXPECT_THAT(judged, HasSubstr("fail"));
  }
}

TEST_F(Judge, NeedsOneStrategyToRecord) {
  ProgramResult ran = run({"replay", "star_import", "--record", "trial.json"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.err,
            "afresh: --record keeps the evidence of one trial; expected one --strategy with it\n");
}

TEST_F(Judge, RefusesWhatIsNoEvidence) {
  ProgramResult missing = run({"judge", "nowhere.json"});
  EXPECT_EQ(missing.status, 2);
  EXPECT_THAT(missing.err, HasSubstr("afresh: nowhere.json: cannot be read; expected evidence"));
  write("other.json", "{}");
  ProgramResult other = run({"judge", "other.json"});
  EXPECT_EQ(other.status, 2);
  EXPECT_THAT(other.err, HasSubstr("other.json: no 'schema'"));
  ProgramResult nowhere =
      run({"replay", "star_import", "--strategy", "toggle", "--record", "no/such/x.json"});
  EXPECT_EQ(nowhere.status, 2);
  EXPECT_THAT(nowhere.err, HasSubstr("--record needs a file in a folder that can be written to"));
}

}  // namespace
}  // namespace afresh::testing
