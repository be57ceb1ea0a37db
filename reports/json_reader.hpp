// Reads JSON that people or other programs may have written: each value knows the way to it, so
// that what is wrong is told with its place. SPDX-License-Identifier: MIT
#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reports/text.hpp"

namespace afresh {

/// What is wrong in a text that is JSON; says where.
struct MalformedJson : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A value as a complaint shows it, on one line.
[[nodiscard]] std::string shown(const nlohmann::json& value);

/// A value with the way to it, which only a complaint spells out. Refers to the value around it,
/// which must live longer.
class JsonReader {
 public:
  explicit JsonReader(const nlohmann::json& value) : value_(value) {}

  /// A member that must be there.
  [[nodiscard]] JsonReader operator[](const char* name) const {
    expect(value_.is_object(), "an object");
    auto found = value_.find(name);
    if (found != value_.end()) return {*found, this, name};
    throw MalformedJson(fmt::format("no '{}'; expected a member of this name", way_to(name)));
  }
  /// One that a report need not have.
  [[nodiscard]] std::optional<JsonReader> find(const char* name) const {
    if (!value_.contains(name)) return {};
    return (*this)[name];
  }
  /// Calls `read` with each element of a list.
  template <typename Read>
  void each(const Read& read) const {
    expect(value_.is_array(), "a list");
    for (std::size_t i = 0; i < value_.size(); ++i) read(JsonReader(value_[i], this, {}, i));
  }
  /// Calls `read` with each member of an object.
  template <typename Read>
  void each_member(const Read& read) const {
    expect(value_.is_object(), "an object");
    for (auto member = value_.begin(); member != value_.end(); ++member) {
      read(JsonReader(*member, this, member.key()));
    }
  }

  [[nodiscard]] bool is_null() const { return value_.is_null(); }
  [[nodiscard]] bool boolean() const {
    expect(value_.is_boolean(), "true or false");
    return value_.get<bool>();
  }
  /// A list of texts.
  [[nodiscard]] std::vector<std::string> texts() const {
    std::vector<std::string> texts;
    each([&](const JsonReader& text) { texts.push_back(text.text()); });
    return texts;
  }
  [[nodiscard]] std::string text() const {
    expect(value_.is_string(), "a text");
    return value_.get<std::string>();
  }
  /// The text of a member; empty where it is not there.
  [[nodiscard]] std::string text_or_empty(const char* name) const {
    auto member = find(name);
    return member ? member->text() : std::string();
  }
  [[nodiscard]] double real() const {
    expect(value_.is_number(), "a number");
    return value_.get<double>();
  }
  template <typename Number>
  [[nodiscard]] Number integer() const {
    bool fits = value_.is_number_unsigned() ? std::in_range<Number>(value_.get<std::uint64_t>())
                                            : value_.is_number_integer() &&
                                                  std::in_range<Number>(value_.get<std::int64_t>());
    if (!fits) {
      refuse(fmt::format("a whole number from {} to {}", std::numeric_limits<Number>::min(),
                         std::numeric_limits<Number>::max()));
    }
    return value_.get<Number>();
  }
  /// One of the words of a vocabulary.
  template <typename Value, std::size_t N>
  [[nodiscard]] Value word(const std::array<Value, N>& all) const {
    std::string word = value_.is_string() ? value_.get<std::string>() : std::string();
    if (auto value = among(all, word)) return *value;
    refuse("one of " + join_names(all));
  }
  /// The place of a text among these.
  template <std::size_t N>
  [[nodiscard]] std::size_t index_in(const std::array<std::string_view, N>& all) const {
    std::string word = value_.is_string() ? value_.get<std::string>() : std::string();
    auto found = std::ranges::find(all, word);
    if (found != all.end()) return static_cast<std::size_t>(found - all.begin());
    refuse(fmt::format("one of {}", fmt::join(all, ", ")));
  }
  /// The word of a vocabulary that is the name of this member.
  template <typename Value, std::size_t N>
  [[nodiscard]] Value name(const std::array<Value, N>& all) const {
    if (auto value = among(all, name_)) return *value;
    throw MalformedJson(fmt::format("{} has the member '{}'; expected one of {}", outer_->way(),
                                    one_line(name_, kMaxValueColumns), join_names(all)));
  }

 private:
  /// Columns that a value may take in a sentence about it.
  static constexpr std::size_t kMaxValueColumns = 60;

  JsonReader(const nlohmann::json& value, const JsonReader* outer, std::string_view name,
             std::size_t index = 0)
      : value_(value), outer_(outer), name_(name), index_(index) {}

  void expect(bool holds, std::string_view expected) const {
    if (!holds) refuse(expected);
  }
  [[noreturn]] void refuse(std::string_view expected) const {
    throw MalformedJson(fmt::format("{} is {}; expected {}", way(), shown(value_), expected));
  }

  template <typename Value, std::size_t N>
  static std::optional<Value> among(const std::array<Value, N>& all, std::string_view word) {
    auto found = std::ranges::find_if(all, [&](Value value) { return name_of(value) == word; });
    return found == all.end() ? std::nullopt : std::optional(*found);
  }
  template <typename Value, std::size_t N>
  static std::string join_names(const std::array<Value, N>& all) {
    std::vector<std::string_view> names;
    for (Value value : all) names.push_back(name_of(value));
    return fmt::format("{}", fmt::join(names, ", "));
  }

  /// `records[3].verdict`; empty for the whole.
  [[nodiscard]] std::string way() const {
    if (outer_ == nullptr) return {};
    bool is_element = name_.data() == nullptr;
    return is_element ? fmt::format("{}[{}]", outer_->way(), index_) : outer_->way_to(name_);
  }
  [[nodiscard]] std::string way_to(std::string_view name) const {
    std::string here = way();
    return (here.empty() ? "" : here + ".") + one_line(name, kMaxValueColumns);
  }

  const nlohmann::json& value_;
  const JsonReader* outer_ = nullptr;
  std::string_view name_;  ///< of a member; an element has none
  std::size_t index_ = 0;
};

}  // namespace afresh
