// SPDX-License-Identifier: MIT
#include "reports/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <tuple>

#include "reports/nearest.hpp"
#include "reports/text.hpp"

namespace afresh {
namespace {

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0 || !lines.empty()) lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

void write_entry(std::ostream& out, const Explanation& entry, std::string_view sort,
                 std::size_t width) {
  out << fmt::format("{} · {}\n", entry.word, sort) << wrapped(entry.summary, 2, width) << '\n'
      << wrapped(entry.meaning, 2, width) << '\n';
  for (std::string_view line : split_lines(entry.example)) {
    out << (line.empty() ? "" : "      ") << line << '\n';
  }
  out << "\n  what helps\n";
  for (std::string_view line : split_lines(entry.remedies)) {
    std::string mend = wrapped(line, 6, width);
    mend[4] = '-';
    out << mend;
  }
  if (entry.see.scenario.empty()) return;
  out << fmt::format("\n  see: afresh replay {} --strategy {}\n", entry.see.scenario,
                     entry.see.strategy);
}

}  // namespace

std::vector<Explanation> explained_kinds() {
  std::vector<Explanation> kinds = explained_kinds_of_loading();
  for (const auto& part : {explained_kinds_of_entries(), explained_kinds_of_side_effects()}) {
    kinds.insert(kinds.end(), part.begin(), part.end());
  }
  return kinds;
}

std::vector<Chapter> chapters() {
  return {{"aspects, which are asked of a trial", "an aspect", explained_aspects()},
          {"kinds of finding, in order of precedence", "a kind of finding", explained_kinds()},
          {"codes of check, the most harmful first", "a code of check", explained_codes()},
          {"who is to blame for a finding", "who is to blame", explained_attributions()},
          {"answers for an aspect", "an answer", explained_outcomes()}};
}

void write_vocabulary(std::ostream& out) {
  for (const Chapter& chapter : chapters()) {
    out << chapter.title << '\n';
    for (const Explanation& entry : chapter.entries) {
      out << fmt::format("  {:<24} {}\n", entry.word, entry.summary);
    }
    out << '\n';
  }
  out << "One in full: afresh explain WORD\n";
}

bool write_explanation(std::ostream& out, std::string_view word, std::size_t width) {
  bool is_known = false;
  for (const Chapter& chapter : chapters()) {
    auto entry = std::ranges::find(chapter.entries, word, &Explanation::word);
    if (entry == chapter.entries.end()) continue;
    if (is_known) out << '\n';
    write_entry(out, *entry, chapter.sort, width);
    is_known = true;
  }
  return is_known;
}

std::vector<std::string_view> nearest_words(std::string_view word) {
  std::vector<std::tuple<bool, std::size_t, std::string_view>> ranked;
  for (const Chapter& chapter : chapters()) {
    for (const Explanation& entry : chapter.entries) {
      // Part of a word is nearer than any misspelling: `stale` means one of the four.
      bool is_part = !word.empty() && entry.word.find(word) != std::string_view::npos;
      ranked.emplace_back(!is_part, edit_distance(word, entry.word), entry.word);
    }
  }
  std::ranges::sort(ranked);
  std::vector<std::string_view> nearest;
  for (const auto& [is_other, edits, known] : ranked) {
    bool is_new = std::ranges::find(nearest, known) == nearest.end();
    if (is_new && nearest.size() < 3) nearest.push_back(known);
  }
  return nearest;
}

}  // namespace afresh
