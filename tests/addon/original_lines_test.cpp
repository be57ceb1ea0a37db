// SPDX-License-Identifier: MIT
#include "harness/addon/original_lines.hpp"

#include <gmock/gmock.h>

namespace afresh::testing {
namespace {

const std::map<std::string, std::string> kFiles{
    {"demo/__init__.py", "import os\nfrom . import ui\n\nuse()\nuse()\n"},
    {"demo/ui.py", std::string(1500, '\n')},
    {"ui.py", "x"}};

TEST(OriginalLines, AreThoseOfTheFirstVersion) {
  EXPECT_EQ(with_original_lines("demo/__init__.py:2002: from . import ui", kFiles),
            "demo/__init__.py:2: from . import ui");
  EXPECT_EQ(
      with_original_lines("at '/tmp/x/demo/__init__.py:12' and (demo/__init__.py:1001)", kFiles),
      "at '/tmp/x/demo/__init__.py:12' and (demo/__init__.py:1)");
}

TEST(OriginalLines, GoByTheLengthOfEachFile) {
  EXPECT_EQ(with_original_lines("demo/ui.py:21234", kFiles), "demo/ui.py:1234");
  EXPECT_EQ(with_original_lines("ui.py:3007", kFiles), "ui.py:7");
}

TEST(OriginalLines, LeaveWhatIsNoPlaceOfTheAddon) {
  for (const char* text : {"", "other.py:3001", "mydemo/ui.pyx:3001", "demo/__init__.py: text",
                           "demo/__init__.py:", "xdemo/__init__.py:3001"})
    EXPECT_EQ(with_original_lines(text, kFiles), text);
}

TEST(OriginalLines, OfAnAdaptedFileAreThoseThatSayTheSame) {
  Record record;
  record.findings.push_back(
      {.paths = {"p"}, .cause = {"demo/__init__.py", 1009, "from . import ui"}});
  record.findings.push_back({.paths = {"p"}, .cause = {"demo/__init__.py", 1009, "use()"}});
  record.findings.push_back({.paths = {"p"}, .cause = {"demo/__init__.py", 1009, "del x"}});
  map_to_original_lines(record, kFiles);
  EXPECT_EQ(record.findings[0].cause.line, 2);
  EXPECT_EQ(record.findings[1].cause.line, 9);
  EXPECT_EQ(record.findings[2].cause.line, 9);
}

}  // namespace
}  // namespace afresh::testing
