// A trial may scribble over the mapping: damaged bytes are refused or decode to something that can
// be used without looking, and are never a crash.
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "harness/wire/bytes.hpp"
#include "tests/wire/generators.hpp"

namespace afresh::wire {
namespace {

using afresh::testing::gen_event;
using afresh::testing::gen_request;
using afresh::testing::gen_snapshot;

// Bytes overwritten, then some cut out, then some put in.
std::string damaged(std::string bytes) {
  for (int times = *rc::gen::inRange(0, 6); times > 0 && !bytes.empty(); --times) {
    bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] =
        *rc::gen::oneOf(rc::gen::arbitrary<char>(), rc::gen::element<char>(0, 1, 2, -1, 127, -128));
  }
  if (!bytes.empty() && *rc::gen::arbitrary<bool>()) {
    bytes.erase(*rc::gen::inRange<std::size_t>(0, bytes.size()),
                *rc::gen::inRange<std::size_t>(0, 9));
  }
  if (*rc::gen::arbitrary<bool>()) {
    bytes.insert(*rc::gen::inRange<std::size_t>(0, bytes.size() + 1),
                 *rc::gen::inRange<std::size_t>(0, 9), '\0');
  }
  return bytes;
}

bool is_in_range(const Graph& graph) {
  auto is_string = [&](StringId id) { return id < graph.strings.size(); };
  auto is_target = [&](bool is_atom, std::uint32_t target) {
    return is_atom ? is_string(target) : target < graph.nodes.size();
  };
  for (const Node& node : graph.nodes) {
    std::uint64_t end = std::uint64_t{node.first_edge} + node.edge_count;
    if (!is_string(node.type) || !is_string(node.name) || end > graph.edges.size()) return false;
    if (node.kind > NodeKind::kRegistry) return false;
  }
  for (const Edge& edge : graph.edges) {
    if (!is_string(edge.label) || !is_target(edge.is_atom, edge.target) ||
        edge.kind > EdgeKind::kTrait || edge.role > EdgeRole::kNote)
      return false;
  }
  for (const Root& root : graph.roots) {
    if (!is_string(root.label) || !is_target(root.is_atom, root.target)) return false;
    if (root.group > RootGroup::kDocument) return false;
  }
  return !graph.strings.empty();
}

RC_GTEST_PROP(DamagedWire, GivesGraphsWithEveryIndexInRange, ()) {
  std::string bytes = damaged(encode(Event{*rc::gen::noShrink(gen_snapshot())}));
  try {
    for (const Event& event : decode_events(bytes)) {
      if (const auto* snapshot = std::get_if<Snapshot>(&event))
        RC_ASSERT(is_in_range(snapshot->graph));
    }
  } catch (const DamagedBytes&) {
    RC_SUCCEED("refused");
  }
}

RC_GTEST_PROP(DamagedWire, GivesEventsOrIsRefused, ()) {
  std::string bytes = damaged(encode(*rc::gen::noShrink(gen_event())));
  try {
    // What decodes can be written again.
    for (const Event& event : decode_events(bytes)) static_cast<void>(encode(event));
  } catch (const DamagedBytes&) {
    RC_SUCCEED("refused");
  }
}

RC_GTEST_PROP(DamagedWire, GivesARequestOrIsRefused, ()) {
  std::string bytes = damaged(encode(*rc::gen::noShrink(gen_request())));
  try {
    static_cast<void>(encode(decode_request(bytes)));
  } catch (const DamagedBytes&) {
    RC_SUCCEED("refused");
  }
}

RC_GTEST_PROP(DamagedWire, IsRefusedWhereItEndsTooEarly, ()) {
  std::string bytes = encode(Event{*rc::gen::noShrink(gen_snapshot())});
  auto length = *rc::gen::inRange<std::size_t>(1, bytes.size());
  RC_ASSERT_THROWS_AS(decode_events(bytes.substr(0, length)), DamagedBytes);
}

TEST(DamagedWire, ALengthThatOverflowsIsRefused) {
  ByteWriter writer;
  writer.number(std::uint64_t{0xffff'ffff'ffff'ffff});
  std::string bytes = writer.take();
  EXPECT_THROW(ByteReader(bytes).text(), DamagedBytes);
  EXPECT_THROW(ByteReader(bytes).array<Node>(), DamagedBytes);
  EXPECT_THROW(ByteReader(bytes).list([] { return 0; }), DamagedBytes);
}

TEST(DamagedWire, AnUnknownMessageIsRefused) {
  EXPECT_THROW(decode_events("\x7f"), DamagedBytes);
  EXPECT_THROW(decode_request("\x7f"), DamagedBytes);
  EXPECT_THROW(decode_request(""), DamagedBytes);
}

}  // namespace
}  // namespace afresh::wire
