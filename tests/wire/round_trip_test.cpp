// What is encoded comes back as it was, member by member.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/wire/generators.hpp"
#include "tests/wire/members.hpp"

namespace afresh::wire {
namespace {

using afresh::testing::equal;
using afresh::testing::gen_event;
using afresh::testing::gen_request;

RC_GTEST_PROP(Wire, ARequestComesBackAsItWas, ()) {
  Request request = *rc::gen::noShrink(gen_request());
  RC_ASSERT(equal(decode_request(encode(request)), request));
}

RC_GTEST_PROP(Wire, EventsComeBackInOrderAsTheyWere, ()) {
  // A few events of full size, not many of them.
  auto count = *rc::gen::inRange<std::size_t>(0, 9);
  auto events = *rc::gen::noShrink(rc::gen::container<std::vector<Event>>(count, gen_event()));
  std::string bytes;
  for (const Event& event : events) bytes += encode(event);
  RC_ASSERT(equal(decode_events(bytes), events));
}

TEST(Wire, ADeletedFileIsNoEmptyFile) {
  Script script{
      .ops = {{.action = WriteFilesOp{.changes = {{"demo/a.py", {}}, {"demo/b.py", ""}}}}}};
  auto decoded = std::get<Script>(decode_request(encode(Request{script})));
  const auto& changes = std::get<WriteFilesOp>(decoded.ops.front().action).changes;
  EXPECT_EQ(changes[0].content, std::nullopt);
  EXPECT_EQ(changes[1].content, "");
}

TEST(Wire, BytesOfASourceThatAreNoTextStayBytes) {
  std::string source("\0\xff\r\n# caf\xe9", 10);
  Request request = FactsRequest{{{"demo/a.py", source}}};
  EXPECT_EQ(std::get<FactsRequest>(decode_request(encode(request))).sources.at("demo/a.py"),
            source);
}

TEST(Wire, AnEmptyStreamHasNoEvents) { EXPECT_THAT(decode_events(""), ::testing::IsEmpty()); }

}  // namespace
}  // namespace afresh::wire
