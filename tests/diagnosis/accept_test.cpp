// Comments that accept a diagnostic.
// SPDX-License-Identifier: MIT
#include "harness/diagnosis/accept.hpp"

#include <gmock/gmock.h>

#include "tests/diagnosis/findings.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;

Diagnostic handler_at(int line) {
  return {.severity = Severity::kError,
          .code = DiagnosticCode::kLeftoverHandler,
          .place = {.file = "demo.py", .line = line}};
}

/// `CODE STANDING REASON`, and of the warnings about comments their line.
std::vector<std::string> accepted(const std::string& text, std::vector<Diagnostic> diagnostics,
                                  bool was_all_tried = true) {
  PythonSources sources = read_sources({{"demo.py", text}});
  apply_accepts(diagnostics, sources, was_all_tried);
  std::vector<std::string> all;
  for (const Diagnostic& each : diagnostics)
    all.push_back(std::string(name_of(each.code)) + ":" + std::to_string(each.place.line) + " " +
                  std::string(name_of(each.standing)) + " " + each.reason);
  return all;
}

TEST(Accept, AcceptsOnTheLineAndAloneAboveIt) {
  EXPECT_THAT(
      accepted("f()  # afresh: accept[leftover-handler] the host clears it\n", {handler_at(1)}),
      ElementsAre("leftover-handler:1 accepted the host clears it"));
  EXPECT_THAT(
      accepted("# afresh: accept[leftover-handler] on purpose\n# why\n\nf()\n", {handler_at(4)}),
      ElementsAre("leftover-handler:4 accepted on purpose"));
}

TEST(Accept, WantsAReason) {
  EXPECT_THAT(accepted("f()  # afresh: accept[leftover-handler]\n", {handler_at(1)}),
              ElementsAre("leftover-handler:1 new ", "accept-without-reason:1 new "));
}

TEST(Accept, TellsACommentThatAcceptsNothing) {
  EXPECT_THAT(accepted("f()  # afresh: accept[leftover-class] why\n", {handler_at(1)}),
              ElementsAre("leftover-handler:1 new ", "unused-accept:1 new "));
  EXPECT_THAT(accepted("f()\n# afresh: accept[leftover-handler] why\ng()\n", {handler_at(1)}),
              ElementsAre("leftover-handler:1 new ", "unused-accept:2 new "));
}

TEST(Accept, CallsNoCommentUnusedThatCouldNotBeUsed) {
  const std::string text = "f()  # afresh: accept[stale-import, leftover-class, nonsense] why\n";
  EXPECT_THAT(accepted(text, {}, false),
              ElementsAre("unused-accept:1 new ", "unused-accept:1 new "));
  EXPECT_EQ(accepted(text, {}, true).size(), 3U);
}

TEST(Accept, TakesSeveralCodesAndReadsNoStrings) {
  std::string two = "f()  # afresh: accept[leftover-handler, leak] both are meant\n";
  EXPECT_THAT(accepted(two, {handler_at(1)}),
              ElementsAre("leftover-handler:1 accepted both are meant", "unused-accept:1 new "));
  EXPECT_THAT(
      accepted("'''\n# afresh: accept[leak] no comment\n'''\ns = '# afresh: accept[x] y'\n", {}),
      ElementsAre());
}

}  // namespace
}  // namespace afresh::testing
