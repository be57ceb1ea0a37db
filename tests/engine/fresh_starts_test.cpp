// A fresh start is run once, and once more where its process did not come to its end.
// SPDX-License-Identifier: MIT
#include "harness/engine/fresh_starts.hpp"

#include <gmock/gmock.h>

namespace afresh::engine {
namespace {

Observation ended(Ending ending) { return {.ending = ending}; }

/// Ends as told, one after the other; then as the last.
class Runs {
 public:
  explicit Runs(std::vector<Ending> endings) : endings_(std::move(endings)) {}
  FreshStarts fresh_starts() {
    return FreshStarts([this](const Script&, Variant) -> Result<Observation> {
      std::size_t at = std::min(count++, endings_.size() - 1);
      return ended(endings_[at]);
    });
  }
  std::size_t count = 0;

 private:
  std::vector<Ending> endings_;
};

TEST(FreshStarts, AreRunOnceHoweverOftenTheyAreAskedFor) {
  Runs runs({Ending::kCompleted});
  FreshStarts fresh_starts = runs.fresh_starts();
  SharedObservation first = fresh_starts.observe({}, Variant::kBase);
  EXPECT_EQ(fresh_starts.observe({}, Variant::kBase), first);
  EXPECT_EQ(runs.count, 1);
  EXPECT_NE(fresh_starts.observe({}, Variant::kAged), first);
  EXPECT_NE(fresh_starts.observe({.addons = {"demo"}}, Variant::kBase), first);
  EXPECT_EQ(runs.count, 3);
}

TEST(FreshStarts, AreRunAgainWhereTheProcessWasKilled) {
  Runs runs({Ending::kSignal, Ending::kCompleted});
  FreshStarts fresh_starts = runs.fresh_starts();
  EXPECT_EQ(fresh_starts.observe({}, Variant::kBase)->ending, Ending::kCompleted);
  EXPECT_EQ(runs.count, 2);
}

TEST(FreshStarts, AreWhatTheyAreWhereItIsKilledTwice) {
  Runs runs({Ending::kSignal, Ending::kDeadline});
  FreshStarts fresh_starts = runs.fresh_starts();
  EXPECT_EQ(fresh_starts.observe({}, Variant::kBase)->ending, Ending::kSignal);
  EXPECT_EQ(fresh_starts.observe({}, Variant::kBase)->ending, Ending::kSignal);
  EXPECT_EQ(runs.count, 2);
}

}  // namespace
}  // namespace afresh::engine
