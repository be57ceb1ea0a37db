// One closed vocabulary is one constexpr table: for each enumerator the name that people write and
// a sentence that says what it means, in the order in which all of them are told. Everything that
// lists a vocabulary (tables, help, schema, completion, case files) reads it here.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace afresh {

/// One row of a vocabulary.
template <typename Enum>
struct Word {
  Enum value{};
  std::string_view name;     ///< `stale-code`: as in case files, reports and on the command line
  std::string_view meaning;  ///< one line, without a full stop: what `afresh explain` begins with
};

/// The table of an enumeration; specialised beside each one.
template <typename Enum>
inline constexpr std::array<Word<Enum>, 0> kWordsOf{};

/// All enumerators in the order of the table.
template <typename Enum>
[[nodiscard]] consteval auto all_values() {
  std::array<Enum, kWordsOf<Enum>.size()> values{};
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = kWordsOf<Enum>[i].value;
  return values;
}

template <typename Enum>
[[nodiscard]] constexpr const Word<Enum>& word_for(Enum value) {
  for (const Word<Enum>& word : kWordsOf<Enum>) {
    if (word.value == value) return word;
  }
  // Not reached: `is_complete` is asserted beside each table.
  return kWordsOf<Enum>.front();
}

/// Nothing for a name that is none of the vocabulary.
template <typename Enum>
[[nodiscard]] constexpr std::optional<Enum> parse_word(std::string_view name) {
  for (const Word<Enum>& word : kWordsOf<Enum>) {
    if (word.name == name) return word.value;
  }
  return std::nullopt;
}

/// Whether the rows are the enumerators 0, 1, … `last`, each once and in order, with a name and a
/// meaning.
template <typename Enum>
[[nodiscard]] consteval bool is_complete(Enum last) {
  if (kWordsOf<Enum>.size() != static_cast<std::size_t>(last) + 1) return false;
  for (std::size_t i = 0; i < kWordsOf<Enum>.size(); ++i) {
    const Word<Enum>& word = kWordsOf<Enum>[i];
    if (word.value != static_cast<Enum>(i) || word.name.empty() || word.meaning.empty()) {
      return false;
    }
  }
  return true;
}

/// `name_of(Aspect::kFresh)` is `fresh`.
template <typename Enum>
requires(kWordsOf<Enum>.size() > 0) [[nodiscard]] constexpr std::string_view name_of(Enum value) {
  return word_for(value).name;
}

}  // namespace afresh
