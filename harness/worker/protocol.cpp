// A worker's options as words, and back: one row of a table for each.
// SPDX-License-Identifier: MIT
#include "harness/worker/protocol.hpp"

#include <array>
#include <charconv>
#include <optional>
#include <stdexcept>
#include <string_view>

namespace afresh::worker {
namespace {

using Tier = WorkerOptions::Tier;

template <typename Value>
struct Word {
  std::string_view text;
  Value value;
};
constexpr std::array kTiers{Word{"fork", Tier::kFork}, Word{"spawn", Tier::kSpawn}};
constexpr std::array kAges{Word{"quiet", false}, Word{"aged", true}};
constexpr std::array kNetworks{Word{"open", false}, Word{"closed", true}};
constexpr std::array kSandboxes{Word{"processes", Sandbox::kProcesses},
                                Word{"disk", Sandbox::kDisk}, Word{"folder", Sandbox::kFolder}};

template <const auto& words>
struct OneOf {
  template <typename Value>
  static std::string write(const Value& value) {
    for (const auto& word : words) {
      if (word.value == value) return std::string(word.text);
    }
    throw std::logic_error("an option of a worker has a value without a word");
  }
  template <typename Value>
  static bool read(std::string_view text, Value& into) {
    for (const auto& word : words) {
      if (word.text != text) continue;
      into = word.value;
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

struct KindOfHost {
  static std::string write(HostKind value) { return std::string(name_of(value)); }
  static bool read(std::string_view text, HostKind& into) {
    std::optional<HostKind> kind = parse_word<HostKind>(text);
    if (kind) into = *kind;
    return kind.has_value();
  }
};

struct Row {
  std::string_view key;
  std::string (*write)(const WorkerOptions& options);
  bool (*read)(std::string_view text, WorkerOptions& options);  ///< false: no value of this option
};

template <typename How, auto member>
constexpr Row row(std::string_view key) {
  return {key, [](const WorkerOptions& options) { return How::write(options.*member); },
          [](std::string_view text, WorkerOptions& options) {
            return How::read(text, options.*member);
          }};
}

constexpr std::array kRows{row<OneOf<kTiers>, &WorkerOptions::tier>("tier"),
                           row<Number, &WorkerOptions::hash_seed>("hash-seed"),
                           row<OneOf<kAges>, &WorkerOptions::is_aged>("age"),
                           row<Text, &WorkerOptions::folder>("folder"),
                           row<OneOf<kSandboxes>, &WorkerOptions::sandbox>("sandbox"),
                           row<Number, &WorkerOptions::first_pid>("first-pid"),
                           row<OneOf<kNetworks>, &WorkerOptions::without_network>("network"),
                           row<KindOfHost, &WorkerOptions::host>("host"),
                           row<Text, &WorkerOptions::path>("path")};

std::size_t find_option(std::string_view key) {
  std::size_t index = 0;
  while (index < kRows.size() && kRows[index].key != key) ++index;
  return index;
}

[[noreturn]] void refuse(std::string_view word, const char* why) {
  throw std::invalid_argument("option '" + std::string(word) + "' of a worker " + why);
}

}  // namespace

std::vector<std::string> encode_options(const WorkerOptions& options) {
  std::vector<std::string> words;
  for (const Row& each : kRows) words.push_back(std::string(each.key) + "=" + each.write(options));
  return words;
}

WorkerOptions decode_options(std::span<const char* const> words) {
  WorkerOptions options;
  std::array<bool, kRows.size()> is_there{};
  for (std::string_view word : words) {
    std::size_t equals = word.find('=');
    std::size_t index = find_option(word.substr(0, equals));
    if (equals == std::string_view::npos || index == kRows.size()) refuse(word, "is not known");
    if (is_there[index]) refuse(word, "is given twice");
    if (!kRows[index].read(word.substr(equals + 1), options)) refuse(word, "has no such value");
    is_there[index] = true;
  }
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    if (!is_there[i]) refuse(kRows[i].key, "is missing");
  }
  return options;
}

std::vector<std::string> arguments_for(const char* role, const WorkerOptions& options) {
  std::vector<std::string> arguments{"afresh", role};
  for (std::string& word : encode_options(options)) arguments.push_back(std::move(word));
  return arguments;
}

}  // namespace afresh::worker
