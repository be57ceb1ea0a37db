// What was read is written back, byte for byte; what a program made is read as it was.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "harness/casefile/parse_case.hpp"
#include "harness/casefile/write_case.hpp"
#include "tests/casefile/case_generator.hpp"
#include "tests/casefile/sample.hpp"

namespace afresh {
namespace {

using ::testing::HasSubstr;
using namespace std::string_literals;

/// A case with one more file, `demo/a`, beside an empty `demo.py`.
Case with_file(std::string content) {
  return {.name = "x",
          .addons = {"demo"},
          .versions = {{1, {{"demo.py", ""}, {"demo/a", std::move(content)}}}}};
}

TEST(WriteCase, GivesBackTheBytesThatWereRead) {
  auto sample = parse_case(testing::kSample, "x.case");
  ASSERT_TRUE(sample) << sample.error().message;
  EXPECT_EQ(write_case(*sample), testing::kSample);
}

TEST(WriteCase, RendersACaseWithoutText) {
  auto sample = parse_case(testing::kSample, "x.case");
  ASSERT_TRUE(sample);
  sample->text.clear();
  EXPECT_EQ(write_case(*sample), R"(# A name copied with `from … import` keeps the old object.
#
#  - and a list
source: forum thread "Hot: reload?"
addon: demo
addon: other
features: from-import, classes
claims: fresh, clean
host: lenient
gc: auto
verdict refuses: recovery=fail isolation=refused
verdict reload-top: fresh=fail(stale-code,stale-value) process-state=unknown clean=pass
differs reload-top: the matrix counts sub-modules
steps:
  enable demo
  edit demo 2 +0s
  repeat 3
    reload demo
    repeat 2
      turn
    end
  end
  touch demo/data +7s
  set scene.size = {"a": 1}
  python held = demo.unit
  expect held() == "m"
  disable demo

-- 1/demo/__init__.py --
from .settings import unit
\-- 1/demo/no separator --
-- 1/demo/empty.py --
-- 1/demo/data base64 --
AAEC/w==
-- 1/demo/last.py no-newline --
x = 1
-- 1/other.py --
-- 2/demo/empty.py deleted --
-- 2/demo/last.py --
x = 2
)");
}

TEST(RenderCase, LeavesTextAsItIsWhereverItCan) {
  EXPECT_THAT(render_case(with_file("a\r\né\n\n")), HasSubstr("-- 1/demo/a --\na\r\né\n\n"));
  EXPECT_THAT(render_case(with_file("a")), HasSubstr("-- 1/demo/a no-newline --\na\n"));
  EXPECT_THAT(render_case(with_file("-- b --\n")), HasSubstr("-- 1/demo/a --\n\\-- b --\n"));
  EXPECT_THAT(render_case(with_file("")), ::testing::EndsWith("\n-- 1/demo/a --\n"));
}

TEST(RenderCase, WritesWhatIsNoTextAsBase64) {
  EXPECT_THAT(render_case(with_file("a\0"s)), HasSubstr("-- 1/demo/a base64 --\nYQA=\n"));
  EXPECT_THAT(render_case(with_file("\xFF\n")), HasSubstr("-- 1/demo/a base64 --\n/wo=\n"));
}

RC_GTEST_PROP(RenderCase, GivesACaseThatIsReadAsItWas, ()) {
  Case made = testing::any_case();
  std::string text = write_case(made);
  auto read = parse_case(text, made.name + ".case");
  if (!read) RC_FAIL(read.error().message + "\n" + text);
  RC_ASSERT(*read == made);
  RC_ASSERT(read->text == text);
}

RC_GTEST_PROP(RenderCase, IsCanonical, ()) {
  Case made = testing::any_case();
  std::string text = render_case(made);
  auto read = parse_case(text, made.name + ".case");
  RC_ASSERT(static_cast<bool>(read));
  RC_ASSERT(render_case(*read) == text);
}

RC_GTEST_PROP(RenderCase, KeepsAnyBytesOfAFile, (const std::string& bytes)) {
  auto read = parse_case(render_case(with_file(bytes)), "x.case");
  RC_ASSERT(static_cast<bool>(read));
  RC_ASSERT(*read == with_file(bytes));
}

}  // namespace
}  // namespace afresh
