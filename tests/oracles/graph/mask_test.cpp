// What a group of fresh starts masks, and what it never does.
// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/mask.hpp"

#include <gmock/gmock.h>

#include "harness/oracles/graph/match.hpp"
#include "tests/oracles/samples.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kWorld = R"(
  root modules demo @0 -> m
  root interpreter sys.depth = int 1000
  m module demo: -> n
  n namespace: .CLASSES -> c; .seen = int 7; .A -> a; .B -> b; .D -> d
  c list: [0] -> a; [1] -> b
  a class A: _module = demo
  b class B: _module = demo
  d dict: ['x'] = int 1; ['y'] = int 2
)";

std::string world() { return std::string(kWorld); }

Mask parse_mask(std::string_view b, std::string_view c = kWorld) {
  return make_mask(parse_graph(kWorld), parse_graph(b), parse_graph(c));
}

TEST(Mask, OfEqualMembersIsEmpty) {
  Mask mask = parse_mask(kWorld);
  EXPECT_EQ(mask.size(), 0);
  EXPECT_EQ(mask.disagreement, "");
  EXPECT_EQ(masked_fraction(mask, parse_graph(kWorld)), 0);
}

TEST(Mask, HidesTheOrderOfAListInEitherMember) {
  std::string other = with(world(), {{"[0] -> a; [1] -> b", "[0] -> b; [1] -> a"}});
  EXPECT_THAT(kinds_between(other, kWorld), ElementsAre("stale-value: demo.CLASSES"));
  EXPECT_THAT(kinds_between(other, kWorld, parse_mask(other)), IsEmpty());
  EXPECT_THAT(kinds_between(other, kWorld, parse_mask(kWorld, other)), IsEmpty());
}

TEST(Mask, OfAnOrderKeepsWhatIsInTheList) {
  Mask mask = parse_mask(with(world(), {{"[0] -> a; [1] -> b", "[0] -> b; [1] -> a"}}));
  EXPECT_THAT(kinds_between(with(world(), {{"[0] -> a; [1] -> b", "[0] -> b"}}), kWorld, mask),
              ElementsAre("stale-value: demo.CLASSES"));
  std::string old = with(world(), {{"[0] -> a; [1] -> b", "[0] -> b; [1] -> was"}}) +
                    "was class A: _module = demo\n";
  EXPECT_THAT(kinds_between(old, kWorld, mask), ElementsAre("identity-split: demo.CLASSES[1]"));
}

TEST(Mask, HidesTheOrderOfKeys) {
  std::string other =
      with(world(), {{"['x'] = int 1; ['y'] = int 2", "['y'] = int 2; ['x'] = int 1"}});
  EXPECT_THAT(kinds_between(other, kWorld, parse_mask(other)), IsEmpty());
}

TEST(Mask, HidesAnAtomWhateverItIs) {
  Mask mask = parse_mask(with(world(), {{"int 7", "int 8"}}));
  EXPECT_THAT(kinds_between(with(world(), {{"int 7", "int 9"}}), kWorld, mask), IsEmpty());
  EXPECT_THAT(kinds_between(with(world(), {{"['x'] = int 1", "['x'] = int 9"}}), kWorld, mask),
              ElementsAre("stale-value: demo.D['x']"));
  EXPECT_DOUBLE_EQ(masked_fraction(mask, parse_graph(kWorld)), 1.0 / 12);
}

TEST(Mask, HidesTheAtomOfARoot) {
  std::string other = with(world(), {{"int 1000", "int 900"}});
  EXPECT_THAT(kinds_between(other, kWorld), ElementsAre("stale-value: sys.depth"));
  EXPECT_THAT(kinds_between(other, kWorld, parse_mask(other)), IsEmpty());
}

TEST(Mask, NeverHidesThatSomethingIsThere) {
  std::string other = with(world(), {{" .seen = int 7;", ""}});
  Mask mask = parse_mask(other);
  EXPECT_EQ(mask.size(), 0);
  EXPECT_EQ(mask.disagreement, "demo.seen");
  EXPECT_THAT(kinds_between(other, kWorld, mask), ElementsAre("missing-name: demo.seen"));
}

TEST(Mask, NeverHidesIdentity) {
  std::string other = with(world(), {{".B -> b", ".B -> b2"}}) + "b2 class B: _module = demo\n";
  EXPECT_EQ(parse_mask(other).disagreement, "demo.CLASSES[1]");
}

TEST(Mask, IsCarriedOverByTheMatching) {
  Mask mask =
      parse_mask(with(world(), {{"int 7", "int 8"}, {"[0] -> a; [1] -> b", "[0] -> b; [1] -> a"}}));
  // The same world with another first node.
  std::string shifted = "first list:\n" + with(world(), {{"int 7", "int 5"}});
  Graph a = parse_graph(kWorld);
  Graph other = parse_graph(shifted);
  Mask carried = carried_over(mask, a, other, match(other, a));
  std::string trial =
      with(world(), {{"int 7", "int 6"}, {"[0] -> a; [1] -> b", "[0] -> b; [1] -> a"}});
  EXPECT_THAT(kinds_between(trial, shifted, carried), IsEmpty());
}

}  // namespace
}  // namespace afresh::testing
