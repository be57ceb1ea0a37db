// SPDX-License-Identifier: MIT
#include "harness/casefile/parse_verdict.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <utility>
#include <vector>

#include "harness/casefile/word_parsing.hpp"

namespace afresh {
namespace {

constexpr std::string_view kForm = "ASPECT=OUTCOME or ASPECT=fail(KIND,…)";

/// Parts at blanks that are not inside parentheses.
std::vector<std::string_view> split_outside_parentheses(std::string_view text) {
  std::vector<std::string_view> parts;
  bool is_inside = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    char c = i < text.size() ? text[i] : ' ';
    if (c == '(' || c == ')') is_inside = c == '(';
    bool is_end = i == text.size() || (!is_inside && (c == ' ' || c == '\t'));
    if (!is_end) continue;
    if (i > begin) parts.push_back(text.substr(begin, i - begin));
    begin = i + 1;
  }
  return parts;
}

class VerdictReader {
 public:
  VerdictReader(const SourceText& source, int line) : source_(source), line_(line) {}

  Result<StatedVerdict> read(std::string_view text) const {
    std::size_t parenthesis = text.find('(');
    std::string_view word = text.substr(0, parenthesis);
    auto outcome = parse_word<Outcome>(word);
    if (!outcome) return error("unknown outcome", word, join_names_with_or(kOutcomes));
    StatedVerdict stated{.outcome = *outcome};
    if (parenthesis == std::string_view::npos) return stated;
    if (outcome != Outcome::kFail || !text.ends_with(')'))
      return error("misplaced '(' in", text, kForm);
    std::string_view kinds = text.substr(parenthesis + 1, text.size() - parenthesis - 2);
    if (Problem problem = read_kinds(kinds, stated.kinds)) return *problem;
    return stated;
  }

  Error error(std::string_view what, std::string_view word, std::string_view expected) const {
    return source_.error(line_, fmt::format("{} {}", what, in_quotes(word)), expected);
  }

 private:
  Problem read_kinds(std::string_view text, std::set<FindingKind>& kinds) const {
    for (std::string_view word : split_at_commas(text)) {
      auto kind = parse_word<FindingKind>(word);
      if (!kind) return error("unknown kind of finding", word, join_names_with_or(kFindingKinds));
      if (!kinds.insert(*kind).second) return error("a second", word, "each kind once");
    }
    return std::nullopt;
  }

  const SourceText& source_;
  int line_;
};

}  // namespace

Result<std::map<Aspect, StatedVerdict>> parse_verdict(const SourceText& source, int line,
                                                      std::string_view value) {
  VerdictReader reader(source, line);
  std::map<Aspect, StatedVerdict> verdict;
  for (std::string_view part : split_outside_parentheses(value)) {
    std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) return reader.error("no '=' in", part, kForm);
    auto aspect = parse_word<Aspect>(part.substr(0, equals));
    if (!aspect) {
      return reader.error("unknown aspect", part.substr(0, equals), join_names_with_or(kAspects));
    }
    auto stated = reader.read(part.substr(equals + 1));
    if (!stated) return stated.error();
    if (!verdict.emplace(*aspect, *stated).second) {
      return reader.error("a second", name_of(*aspect), "each aspect once");
    }
  }
  return verdict;
}

std::string render_verdict(const std::map<Aspect, StatedVerdict>& verdict) {
  std::vector<std::string> parts;
  for (const auto& [aspect, stated] : verdict) {
    std::string part = fmt::format("{}={}", name_of(aspect), name_of(stated.outcome));
    std::vector<std::string_view> kinds;
    for (FindingKind kind : stated.kinds) kinds.push_back(name_of(kind));
    if (!kinds.empty()) part += fmt::format("({})", fmt::join(kinds, ","));
    parts.push_back(std::move(part));
  }
  return fmt::format("{}", fmt::join(parts, " "));
}

}  // namespace afresh
