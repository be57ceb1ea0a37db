// What an earlier run has said already.
// SPDX-License-Identifier: MIT
#include "harness/diagnosis/known.hpp"

#include <gmock/gmock.h>

namespace afresh {
namespace {

Diagnostic handler(int line, std::string text) {
  return {.severity = Severity::kError,
          .code = DiagnosticCode::kLeftoverHandler,
          .place = {.file = "demo.py", .line = line, .text = std::move(text)},
          .objects = {"f"},
          .registry = "handlers"};
}

TEST(Known, RecognizesALineThatMoved) {
  std::vector<Diagnostic> now{handler(9, "  append(f)")};
  EXPECT_EQ(apply_known(now, {diagnostic_key(handler(3, "append(f)"))}), 0);
  EXPECT_EQ(now[0].standing, Standing::kKnown);
  EXPECT_FALSE(is_failure(now[0]));
}

TEST(Known, TakesEachOnlyOnce) {
  std::vector<Diagnostic> now{handler(3, "append(f)"), handler(4, "append(f)")};
  EXPECT_EQ(apply_known(now, {diagnostic_key(now[0])}), 0);
  EXPECT_EQ(now[0].standing, Standing::kKnown);
  EXPECT_TRUE(is_failure(now[1]));
}

TEST(Known, CountsWhatIsThereNoMore) {
  std::vector<Diagnostic> now{handler(3, "append(g)")};
  EXPECT_EQ(apply_known(now, {diagnostic_key(handler(3, "append(f)"))}), 1);
  EXPECT_TRUE(is_failure(now[0]));
}

TEST(Known, LeavesAcceptedWhatACommentAccepts) {
  std::vector<Diagnostic> now{handler(3, "append(f)")};
  now[0].standing = Standing::kAccepted;
  EXPECT_EQ(apply_known(now, {diagnostic_key(now[0])}), 0);
  EXPECT_EQ(now[0].standing, Standing::kAccepted);
}

}  // namespace
}  // namespace afresh
