// The small parts of the parser: base64, separators, names, quotes.
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

#include "harness/casefile/base64.hpp"
#include "harness/casefile/separator.hpp"
#include "harness/casefile/word_parsing.hpp"
#include "harness/values/identifier.hpp"
#include "harness/values/template_text.hpp"
#include "harness/values/utf8.hpp"
#include "tests/casefile/case_generator.hpp"

namespace afresh {
namespace {

TEST(Base64, EncodesTheVectorsOfRfc4648) {
  EXPECT_EQ(encode_base64(""), "");
  EXPECT_EQ(encode_base64("f"), "Zg==\n");
  EXPECT_EQ(encode_base64("fo"), "Zm8=\n");
  EXPECT_EQ(encode_base64("foo"), "Zm9v\n");
  EXPECT_EQ(encode_base64("foobar"), "Zm9vYmFy\n");
}

TEST(Base64, BreaksLinesAfter76Characters) {
  std::string lines = encode_base64(std::string(58, '\0'));
  EXPECT_EQ(lines, std::string(76, 'A') + "\nAA==\n");
}

TEST(Base64, RefusesWhatAnotherTextSaysAlready) {
  EXPECT_EQ(decode_base64("Zg=="), "f");
  for (const char* bad : {"Zh==", "Zm9=", "Zg", "Zg=", "Zg===", "====", "=", "Zg==Zg==", "Z-9v",
                          "Zm 9", "Zm9v\n", "A==="}) {
    EXPECT_EQ(decode_base64(bad), std::nullopt) << bad;
  }
}

RC_GTEST_PROP(Base64, GivesBackAnyBytes, (const std::string& bytes)) {
  std::string lines = encode_base64(bytes);
  std::erase(lines, '\n');
  RC_ASSERT(decode_base64(lines) == bytes);
}

TEST(Separator, IsALineFromColumnZeroToItsEnd) {
  EXPECT_TRUE(is_separator("-- 1/a --"));
  EXPECT_TRUE(is_separator("--  --"));
  for (const char* other : {"-- --", " -- 1/a --", "-- 1/a -- ", "-- 1/a --\r", "--1/a --", ""}) {
    EXPECT_FALSE(is_separator(other)) << other;
  }
}

RC_GTEST_PROP(Separator, UnescapingUndoesEscaping, ()) {
  std::string content = testing::any_content();
  RC_ASSERT(unescape_separators(escape_separators(content)) == content);
}

RC_GTEST_PROP(Separator, EscapedContentHasNone, ()) {
  std::string escaped = "\n" + escape_separators(testing::any_content()) + "\n";
  for (std::size_t at = 0; at + 1 < escaped.size();) {
    std::size_t end = escaped.find('\n', at + 1);
    RC_ASSERT(!is_separator(std::string_view(escaped).substr(at + 1, end - at - 1)));
    at = end;
  }
}

TEST(Identifier, NamesWhatAnImportStatementCanName) {
  for (const char* name : {"demo", "_", "a1", "été", "match", "None_"}) {
    EXPECT_TRUE(is_python_name(name)) << name;
  }
  for (const char* other : {"", "1a", "a-b", "a.b", "a b", "class", "None", "\xFF", "a/b"}) {
    EXPECT_FALSE(is_python_name(other)) << other;
  }
}

TEST(Identifier, KnowsUtf8FromOtherBytes) {
  for (const char* text : {"", "a", "é", "…", "😀", "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(is_utf8(text)) << text;
  }
  for (const char* other : {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80",
                            "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE2\x80", "\xE2\x80z"}) {
    EXPECT_FALSE(is_utf8(other)) << other;
  }
}

TEST(Utf8, IsCutBetweenCharacters) {
  EXPECT_EQ(whole_characters("aé", 3), "aé");
  EXPECT_EQ(whole_characters("aé", 2), "a");
  EXPECT_EQ(whole_characters("é", 1), "");
}

TEST(TemplateText, FillsEachGapOnceAndLeavesOtherSigns) {
  const Placeholders gaps{{"a", "@b@"}, {"b", "two\nlines\n"}};
  EXPECT_EQ(fill_placeholders("@a@ \"$@\" @c@\n@b@\nend@a", gaps),
            "@b@ \"$@\" @c@\ntwo\nlines\nend@a");
}

TEST(Words, QuotesOnOneReadableLine) {
  EXPECT_EQ(in_quotes("é"), "'é'");
  EXPECT_EQ(in_quotes("a\n\x7F\x80"), "'a\\x0a\\x7f\\x80'");
  EXPECT_EQ(in_quotes(std::string(59, 'a') + "éb"), "'" + std::string(59, 'a') + "…'");
}

TEST(Words, ReadsNumbersOfDigitsOnly) {
  EXPECT_EQ(parse_number("1000", 1, 1000), 1000);
  for (const char* other : {"", "0", "1001", "+1", "-1", " 1", "1 ", "0x1", "99999999999999"}) {
    EXPECT_EQ(parse_number(other, 1, 1000), std::nullopt) << other;
  }
}

}  // namespace
}  // namespace afresh
