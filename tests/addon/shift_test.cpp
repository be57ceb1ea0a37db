// The edit that `check` makes where there is none: other lines, the same program.
// SPDX-License-Identifier: MIT
#include "harness/values/shift.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "harness/programs/program_output.hpp"

namespace afresh::testing {
namespace {

using ::testing::EndsWith;
using ::testing::StartsWith;

const std::string kLines(1000, '\n');

TEST(Shift, PutsEmptyLinesBeforeTheFirstStatement) {
  EXPECT_EQ(shifted("import os\n", 1), "import os\n");
  EXPECT_EQ(shifted("import os\n", 2), kLines + "import os\n");
  EXPECT_EQ(shifted("import os\n", 3), kLines + kLines + "import os\n");
}

TEST(Shift, LeavesWhatOnlyTheFirstTwoLinesCanSay) {
  const std::string head = "\xef\xbb\xbf#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n";
  EXPECT_EQ(shifted(head + "x = 1\n", 2), head + kLines + "x = 1\n");
  EXPECT_EQ(shifted("\n# coding: latin-1\n# more\nx = 1\n", 2),
            "\n# coding: latin-1\n" + kLines + "# more\nx = 1\n");
}

TEST(Shift, EndsLinesAsTheTextDoes) {
  EXPECT_THAT(shifted("x = 1\r\n", 2), StartsWith("\r\n\r\n"));
  EXPECT_THAT(shifted("x = 1\r", 2), StartsWith("\r\r"));
}

TEST(Shift, IsAPowerOfTenAboveTheNumberOfLines) {
  EXPECT_EQ(shift_size(""), 1000);
  EXPECT_EQ(shift_size(std::string(998, '\n')), 1000);
  EXPECT_EQ(shift_size(std::string(999, '\n')), 10'000);
  EXPECT_EQ(shift_size(std::string(30'000, '\n')), 100'000);
}

/// As a Python literal of bytes, on one line.
std::string literal(const std::string& bytes) {
  std::string text = "b'";
  for (unsigned char c : bytes) text += fmt::format("\\x{:02x}", c);
  return text + "'\n";
}

TEST(Shift, IsTheSameProgramForPython) {
  const std::vector<std::string> sources{
      "import os\n",
      "\"\"\"doc\"\"\"\nfrom __future__ import annotations\nx: int = 1\n",
      "#!/usr/bin/env python3\n\"\"\"doc\"\"\"\n",
      "# -*- coding: latin-1 -*-\nx = '\xe9'\n",
      "#!/x\n# vim: set fileencoding=latin-1 :\nx = '\xe9'\n",
      "\n#coding=latin-1\nx = '\xe9'\n",
      "\xef\xbb\xbfx = '\xc3\xa9'\n",
      "\xef\xbb\xbf# coding: utf-8\nx = 1\n",
      "'''doc'''; import os\n",
      "x = 1",
      "if True:\r\n  x = '''a\r\nb'''\r\n",
      "\f\nx = 1\n",
      "\\\n\nx = 1\n",
      "# only a remark",
      "",
      "\n\n",
  };
  std::string pairs;
  for (const std::string& source : sources) {
    pairs += literal(source);
    pairs += literal(shifted(source, 2));
  }
  ProgramOutput output = run_program({.program = AFRESH_PYTHON,
                                      .arguments = {AFRESH_SAME_SYNTAX},
                                      .environment = {},
                                      .input = pairs,
                                      .max_output_bytes = 1 << 20});
  ASSERT_TRUE(output.has_succeeded());
  std::string_view lines = output.text;
  for (const std::string& source : sources) {
    std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(line.size() + 1);
    EXPECT_THAT(std::string(line), StartsWith("same ")) << source;
    bool is_empty = source.find_first_of("=\"'i") == std::string::npos;
    EXPECT_THAT(std::string(line), EndsWith(is_empty ? " 0" : " 1000")) << source;
  }
}

}  // namespace
}  // namespace afresh::testing
