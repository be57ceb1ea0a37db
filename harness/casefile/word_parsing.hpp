// Small reading and quoting of words, shared by the parsers of header, steps and files.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace afresh {

/// Without blanks and tabs at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The text up to the first blank or tab, and what follows, trimmed.
[[nodiscard]] std::pair<std::string_view, std::string_view> first_word(std::string_view text);

/// Whether the text is one word: not empty, and without blanks and tabs.
[[nodiscard]] bool is_word(std::string_view text);

/// What stands between the commas, trimmed: at least one part, perhaps empty.
[[nodiscard]] std::vector<std::string_view> split_at_commas(std::string_view text);

/// A number of digits only, from `lowest` to `highest`; otherwise nothing.
[[nodiscard]] std::optional<int> parse_number(std::string_view digits, int lowest, int highest);

/// Text of a user inside a sentence: in quotes, on one line, what cannot be shown as `\xNN`, and
/// cut after some 60 bytes.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// `a, b or c`.
[[nodiscard]] std::string join_with_or(const std::vector<std::string_view>& words);

/// `join_with_or` the names that a vocabulary (`kAspects`, `kFindingKinds`) has.
template <typename Values>
std::string join_names_with_or(const Values& values) {
  std::vector<std::string_view> names;
  for (auto value : values) names.push_back(name_of(value));
  return join_with_or(names);
}

}  // namespace afresh
