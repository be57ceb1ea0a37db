// A struct as words `key=value`, and back: what a process gives another as its arguments. One row
// of a table for each member; what a member's value looks like is the row's business.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <charconv>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace afresh::worker {

/// How one member of `Options` is written and read.
template <typename Options>
struct WordRow {
  std::string_view key;
  std::string (*write)(const Options& options);
  bool (*read)(std::string_view text, Options& options);  ///< false: no value of this member
};

/// A row of a table: `row<Options, Number, &Options::size>("size")`.
template <typename Options, typename How, auto member>
constexpr WordRow<Options> row(std::string_view key) {
  return {key, [](const Options& options) { return How::write(options.*member); },
          [](std::string_view text, Options& options) { return How::read(text, options.*member); }};
}

/// One of a few values, each with a word.
template <typename Value>
struct NamedValue {
  std::string_view text;
  Value value;
};
template <const auto& names>
struct OneOf {
  template <typename Value>
  static std::string write(const Value& value) {
    for (const auto& name : names) {
      if (name.value == value) return std::string(name.text);
    }
    throw std::logic_error("an option has a value without a word");
  }
  template <typename Value>
  static bool read(std::string_view text, Value& into) {
    for (const auto& name : names) {
      if (name.text != text) continue;
      into = name.value;
      return true;
    }
    return false;
  }
};

struct Number {
  template <typename Value>
  static std::string write(Value value) {
    return std::to_string(value);
  }
  template <typename Value>
  static bool read(std::string_view text, Value& into) {
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
    return error == std::errc() && end == text.data() + text.size();
  }
};

struct Text {
  static std::string write(const std::string& value) { return value; }
  static bool read(std::string_view text, std::string& into) {
    into = text;
    return true;
  }
};

/// One word for each row, in the order of the table.
template <typename Options, std::size_t count>
std::vector<std::string> encode_words(const std::array<WordRow<Options>, count>& rows,
                                      const Options& options) {
  std::vector<std::string> words;
  for (const auto& each : rows) words.push_back(std::string(each.key) + "=" + each.write(options));
  return words;
}

/// The same back, in any order. `std::invalid_argument`, one sentence with the word, for a key that
/// is missing, unknown or there twice, and for a value that it cannot have.
template <typename Options, std::size_t count>
Options decode_words(const std::array<WordRow<Options>, count>& rows,
                     std::span<const char* const> words) {
  const auto refuse = [](std::string_view word, const char* why) {
    throw std::invalid_argument("option '" + std::string(word) + "' of a worker " + why);
  };
  Options options;
  std::array<bool, count> is_there{};
  for (std::string_view word : words) {
    const std::size_t equals = word.find('=');
    std::size_t index = 0;
    while (index < count && rows[index].key != word.substr(0, equals)) ++index;
    if (equals == std::string_view::npos || index == count) refuse(word, "is not known");
    if (is_there[index]) refuse(word, "is given twice");
    if (!rows[index].read(word.substr(equals + 1), options)) refuse(word, "has no such value");
    is_there[index] = true;
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (!is_there[i]) refuse(rows[i].key, "is missing");
  }
  return options;
}

}  // namespace afresh::worker
