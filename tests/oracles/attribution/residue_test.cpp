// What an add-on's own `unregister()` leaves behind.
// SPDX-License-Identifier: MIT
#include "harness/oracles/attribution/residue.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/graph_text.hpp"
#include "tests/oracles/in_short.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> residue(std::string_view untouched, std::string_view after) {
  std::vector<std::string> words;
  for (const RegistryChange& each : find_residue(parse_snapshot(untouched), parse_snapshot(after)))
    words.push_back(in_short(each));
  return words;
}

constexpr std::string_view kUntouched = R"(
  root interpreter sys.path -> p
  root host hostapi.draw -> d
  p registry: [0] = str '/lib'
  d registry: [0] = builtin draw
)";

TEST(Residue, IsNothingWhereAllWasUndone) {
  EXPECT_THAT(residue(kUntouched, kUntouched), IsEmpty());
}

TEST(Residue, HasWhatIsStillRegistered) {
  std::string after = with(std::string(kUntouched), {{"'/lib'", "'/lib'; [1] = str '/x'"}}) + R"(
    root host hostapi.handlers @0 -> h
    h registry: [0] -> f; [1] -> f
    f function on_load @0: _module = demo; _code = c
  )";
  EXPECT_THAT(residue(kUntouched, after),
              ElementsAre("hostapi.handlers: function demo.on_load", "sys.path: str '/x'"));
}

TEST(Residue, HasWhatWasReplacedOrTaken) {
  std::string replaced =
      with(std::string(kUntouched), {{"d registry: [0] = builtin draw", "d registry: [0] -> f"}}) +
      "f function draw @0: _module = demo; _code = c\n";
  EXPECT_THAT(residue(kUntouched, replaced), ElementsAre("hostapi.draw: function demo.draw"));
  EXPECT_THAT(residue(kUntouched, with(std::string(kUntouched),
                                       {{"p registry: [0] = str '/lib'", "p registry:"}})),
              ElementsAre("sys.path: without str '/lib'"));
}

TEST(Residue, NamesKeysAndNotTheirValues) {
  std::string after =
      std::string(kUntouched) + "root host hostapi.state -> s\ns registry: ['n'] = int 3\n";
  EXPECT_THAT(residue(kUntouched, after), ElementsAre("hostapi.state: ['n']"));
}

TEST(Residue, IsNeverAModule) {
  std::string after =
      std::string(kUntouched) + "root modules demo @0 -> m\nm module demo: -> n\nn namespace:\n";
  EXPECT_THAT(residue(kUntouched, after), IsEmpty());
}

}  // namespace
}  // namespace afresh::testing
