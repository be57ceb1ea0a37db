// The answer fits one screen, whatever was run and however wide the terminal is.
// SPDX-License-Identifier: MIT
#include "reports/screen.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <sstream>

#include "reports/text.hpp"
#include "tests/reports/comparison.hpp"
#include "tests/reports/golden.hpp"
#include "tests/reports/sample.hpp"

namespace afresh {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string written(const Report& report, const ScreenStyle& style = {}) {
  std::ostringstream out;
  write_screen(out, report, style);
  return out.str();
}

std::vector<std::string> to_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// The line of a strategy; empty where it has none.
std::string find_row(const Report& report, const std::string& strategy,
                     const ScreenStyle& style = {}) {
  for (const std::string& line : to_lines(written(report, style))) {
    if (line.starts_with(" " + strategy + " ")) return line;
  }
  return "";
}

TEST(Screen, IsAsApproved) { sample::expect_golden(written(sample::twenty_cases()), "screen.txt"); }

TEST(Screen, IsInColourAsApproved) {
  sample::expect_golden(written(sample::twenty_cases(), {.colour = true}), "screen_coloured.txt");
}

TEST(Screen, IsInAsciiAsApproved) {
  sample::expect_golden(written(sample::twenty_cases(), {.ascii = true}), "screen_ascii.txt");
}

TEST(Screen, IsNarrowAsApproved) {
  sample::expect_golden(written(sample::twenty_cases(), {.width = 60}), "screen_narrow.txt");
}

TEST(Screen, WritesNoEscapeUnaskedAndNoAddonsOwn) {
  EXPECT_THAT(written(sample::twenty_cases()), Not(HasSubstr("\x1b")));
  EXPECT_THAT(written(sample::hostile()), AllOf(Not(HasSubstr("\x1b")), Not(HasSubstr("\x01"))));
}

TEST(Screen, SaysThatNoCaseWasRun) {
  EXPECT_THAT(written(Report{}), HasSubstr("no case was run\n"));
}

TEST(Screen, HasAFullBarOnlyForAllAndAnEmptyOneOnlyForNone) {
  std::string text;
  std::string all(200, 'P');
  for (int i = 0; i < 200; ++i) text += "case c" + std::to_string(i) + ": x\n";
  const std::string almost = "F" + all.substr(1);
  const std::string one = "P" + std::string(199, 'F');
  const Report report = sample::comparison(
      text + "all | f | | | fresh " + all + "\nalmost | f | | | fresh " + almost +
      "\none | f | | | fresh " + one + "\nnone | f | | | fresh " + std::string(200, 'F') + "\n");
  EXPECT_THAT(find_row(report, "all"), HasSubstr("██████████ 200/200"));
  EXPECT_THAT(find_row(report, "almost"), HasSubstr("█████████▉ 199/200"));
  EXPECT_THAT(find_row(report, "one"), HasSubstr(" ▏          1/200"));
  EXPECT_THAT(find_row(report, "none"), AllOf(HasSubstr("0/200"), Not(HasSubstr("▏"))));
}

TEST(Screen, ShowsWhatBehavesAsASecondShade) {
  EXPECT_THAT(find_row(sample::comparison("case a: x\ncase b: x\nway | f | | | fresh PB\n"), "way"),
              HasSubstr("█████░░░░░ 1/2"));
}

TEST(Screen, MarksACountOfWhichSomethingIsUnknown) {
  EXPECT_THAT(find_row(sample::comparison("case a: x\ncase b: x\nway | f | | | fresh PU\n"), "way"),
              HasSubstr("1/2?"));
}

TEST(Screen, NamesTheOtherHostsBesideTheFamily) {
  Report report = sample::comparison("case a: x\ncase b: x\nway | f | | | fresh PP\n");
  sample::add(report, sample::comparison("case c: x\nway | f | | | fresh F\n", "bpy"));
  EXPECT_THAT(written(report), HasSubstr("best on bpy 0/1\n"));
  EXPECT_THAT(written(report), HasSubstr("bpy alone: --host bpy"));
  EXPECT_THAT(written(report), Not(HasSubstr("2/3")));
}

TEST(Screen, ShowsEveryRowWhereAskedTo) {
  std::string text = "case a: x\n";
  for (int i = 0; i < 90; ++i) text += "way-" + std::to_string(i) + " | f | | | fresh P\n";
  const Report report = sample::comparison(text);
  const std::string folded = written(report);
  const std::string whole = written(report, {.lines = 0});
  EXPECT_THAT(folded, AllOf(HasSubstr("others, 1 of 1\n"), HasSubstr("all rows: --all")));
  EXPECT_THAT(whole, Not(HasSubstr("--all")));
  for (int i = 0; i < 90; ++i) EXPECT_THAT(whole, HasSubstr(" way-" + std::to_string(i) + " "));
}

/// Any report: some strategies of some families on some cases and hosts, with long names and short.
Report any_report() {
  const auto name = [](const std::string& begin, int i) {
    return begin + std::to_string(i) + std::string(*rc::gen::inRange<std::size_t>(0, 40), 'n');
  };
  std::vector<std::string> families{"start again", "reload in place", "load by hand", "mine"};
  std::vector<std::string> strategies;
  const int count = *rc::gen::inRange(1, 50);
  std::string rows;
  Report report;
  for (const std::string host : {"plain", "bpy"}) {
    const int cases = *rc::gen::inRange(0, 8);
    std::string text;
    for (int i = 0; i < cases; ++i)
      text += "case " + name(host, i) + ": f" + std::to_string(i % 3) + "\n";
    for (int i = 0; i < count && cases > 0; ++i) {
      text += name("way", i) + " | " + families[static_cast<std::size_t>(i) % 4] + " | words | " +
              (i % 2 == 0 ? "up" : "") + " | ";
      for (Aspect aspect : kAspects) {
        text += std::string(name_of(aspect)) + " ";
        for (int j = 0; j < cases; ++j) text += *rc::gen::elementOf(std::string("PPPFBUR-"));
        text += " ";
      }
      text += "\n";
    }
    const Report part = sample::comparison(text, host);
    if (report.records.empty())
      report = part;
    else
      sample::add(report, part);
  }
  return report;
}

RC_GTEST_PROP(ScreenProperty, IsNeitherTooWideNorTooLongAndBreaksNoWord, ()) {
  const Report report = any_report();
  const std::size_t width = *rc::gen::inRange<std::size_t>(kMinScreenColumns, 130);
  const auto lines = to_lines(written(report, {.width = width, .lines = 48}));
  RC_ASSERT(lines.size() <= 48);
  for (const std::string& line : lines) {
    RC_LOG() << line << '\n';
    RC_ASSERT(count_columns(line) <= width);
    RC_ASSERT(line.empty() || line.back() != ' ');
  }
}

RC_GTEST_PROP(ScreenProperty, IsTheSameInAsciiColumnByColumn, ()) {
  const Report report = any_report();
  const auto lines = to_lines(written(report));
  const auto plain = to_lines(written(report, {.ascii = true}));
  RC_ASSERT(lines.size() == plain.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    RC_ASSERT(plain[i].size() == count_columns(lines[i]));
    RC_ASSERT(std::ranges::all_of(plain[i], [](char c) { return c >= ' ' && c <= '~'; }));
  }
}

}  // namespace
}  // namespace afresh
