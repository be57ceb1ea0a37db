// Damaged case files: whatever a text has become, it is read and written back, or refused by name.
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "harness/casefile/parse_case.hpp"
#include "harness/casefile/write_case.hpp"
#include "tests/casefile/case_generator.hpp"
#include "tests/casefile/sample.hpp"

namespace afresh {
namespace {

using testing::any_number;
using namespace std::string_literals;

std::string any_fragment() {
  static const std::vector<std::string> kFragments{"\n-- 1/demo/x --\n",
                                                   "\n-- 2/demo/x deleted --\n",
                                                   "\n-- 3/demo/y base64 --\n",
                                                   "--  --",
                                                   "\nrepeat 1000\n",
                                                   "\nend\n",
                                                   "\nsteps:\n",
                                                   "\naddon: more\n",
                                                   "\nverdict a: fresh=fail(",
                                                   " +3s",
                                                   " +2s",
                                                   "#",
                                                   "# ",
                                                   ":",
                                                   "/",
                                                   "..",
                                                   "\n",
                                                   "\r\n",
                                                   "\0"s,
                                                   "\xEF\xBB\xBF",
                                                   " ",
                                                   "\t",
                                                   "=",
                                                   "(",
                                                   ")",
                                                   ",",
                                                   "99999999999",
                                                   "\\",
                                                   "A",
                                                   "touch demo/a +2s",
                                                   "no-newline"};
  return kFragments[static_cast<std::size_t>(
      any_number(0, static_cast<int>(kFragments.size()) - 1))];
}

/// One deletion, insertion, change of a byte, or copy of a piece to another place.
void mutate(std::string& text) {
  auto position = [&] {
    return static_cast<std::size_t>(any_number(0, static_cast<int>(text.size())));
  };
  std::size_t at = position();
  switch (any_number(0, 4)) {
    case 0: text.erase(at, static_cast<std::size_t>(any_number(1, 30))); break;
    case 1: text.insert(at, any_fragment()); break;
    case 2: text.insert(at, 1, static_cast<char>(any_number(0, 255))); break;
    case 3:
      if (at < text.size()) text[at] = static_cast<char>(any_number(0, 255));
      break;
    default: text.insert(position(), text.substr(at, static_cast<std::size_t>(any_number(1, 60))));
  }
}

void check(const std::string& text) {
  auto read = parse_case(text, "fuzz.case");
  if (!read) {
    const std::string& message = read.error().message;
    RC_TAG("refused");
    RC_ASSERT(message.starts_with("fuzz.case:"));
    RC_ASSERT(message.find("; expected ") != std::string::npos);
    RC_ASSERT(message.find('\n') == std::string::npos);
    return;
  }
  RC_TAG("read");
  RC_ASSERT(write_case(*read) == text);
  std::string rendered = render_case(*read);
  auto again = parse_case(rendered, "fuzz.case");
  if (!again) RC_FAIL(again.error().message + "\n" + rendered);
  RC_ASSERT(*again == *read);
}

RC_GTEST_PROP(Mutations, OfTheSampleAreReadOrRefused, ()) {
  std::string text(testing::kSample);
  for (int i = any_number(1, 4); i > 0; --i) mutate(text);
  check(text);
}

RC_GTEST_PROP(Mutations, OfAnyCaseAreReadOrRefused, ()) {
  std::string text = render_case(testing::any_case());
  for (int i = any_number(1, 4); i > 0; --i) mutate(text);
  check(text);
}

RC_GTEST_PROP(Mutations, FragmentsInARowAreReadOrRefused, ()) {
  std::string text = any_number(0, 3) == 0 ? "" : "addon: demo\nsteps:\n-- 1/demo.py --\n";
  for (int i = any_number(0, 12); i > 0; --i) text += any_fragment();
  check(text);
}

TEST(Mutations, EveryPrefixOfTheSampleIsReadOrRefused) {
  for (std::size_t length = 0; length <= testing::kSample.size(); ++length) {
    std::string_view prefix = testing::kSample.substr(0, length);
    auto read = parse_case(prefix, "fuzz.case");
    if (read) {
      EXPECT_EQ(write_case(*read), prefix);
    } else {
      EXPECT_TRUE(read.error().message.starts_with("fuzz.case:")) << length;
    }
  }
}

}  // namespace
}  // namespace afresh
