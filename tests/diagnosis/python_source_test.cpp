// Lines, comments and columns of Python text.
// SPDX-License-Identifier: MIT
#include "harness/diagnosis/python_source.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace afresh {
namespace {

/// `LINE:COLUMN TEXT`, with `alone` where no code is before it.
std::vector<std::string> comments(std::string_view text) {
  std::vector<std::string> all;
  PythonSource source(text);
  for (const PythonComment& each : source.comments())
    all.push_back(std::to_string(each.line) + ":" + std::to_string(each.column) + " " + each.text +
                  (each.is_alone ? " alone" : ""));
  return all;
}

TEST(PythonSource, FindsCommentsAndNotWhatLooksLikeOne) {
  using ::testing::ElementsAre;
  EXPECT_THAT(comments("x = '# no'  # yes\n  # alone\n\"\"\"\n# no\n\"\"\"  # end\n"),
              ElementsAre("1:13 # yes", "2:3 # alone alone", "5:6 # end"));
  EXPECT_THAT(comments(R"(s = 'it\'s # no'; t = "a'b"  # ü yes)"), ElementsAre("1:30 # ü yes"));
}

TEST(PythonSource, CountsColumnsInCharacters) {
  PythonSource source("\tf('ü', x)  # why\r\n# only\n");
  EXPECT_EQ(source.code_span(1).column, 2);
  EXPECT_EQ(source.code_span(1).end_column, 11);
  EXPECT_EQ(source.code_span(2).column, 0);
  EXPECT_EQ(source.code_span(3).column, 0);
  EXPECT_EQ(source.line(1), "\tf('ü', x)  # why");
}

TEST(PythonSource, FindsAFunctionOfTheOutermostLevel) {
  PythonSource source("class A:\n    def unregister(self): pass\ndef unregister():\n    pass\n");
  EXPECT_EQ(source.function_line("unregister"), 3);
  EXPECT_EQ(source.function_line("register"), 0);
}

TEST(PythonSource, KnowsWhatPythonCanName) {
  for (const char* name : {"on_save", "a.b.c", "_x1", "größe"}) EXPECT_TRUE(is_dotted_name(name));
  for (const char* name : {"", "a.", ".a", "1a", "a b", "register.<locals>.f", "a..b"})
    EXPECT_FALSE(is_dotted_name(name)) << name;
  EXPECT_EQ(keyword_value("f(owner_id=1, owner = x)", "owner"), "");
  EXPECT_EQ(keyword_value("f(key=k, owner=self.me, x=1)", "owner"), "self.me");
  EXPECT_EQ(string_literal("a\"b\\"), R"("a\"b\\")");
}

RC_GTEST_PROP(PythonSource, TakesAnyBytes, (const std::string& text)) {
  PythonSource source(text);
  for (int line = 0; line <= source.line_count() + 1; ++line) {
    PythonSource::Span span = source.code_span(line);
    RC_ASSERT(span.column <= span.end_column);
    RC_ASSERT(span.end_column <= static_cast<int>(source.line(line).size()) + 1);
  }
}

}  // namespace
}  // namespace afresh
