// SPDX-License-Identifier: MIT
#include "harness/casefile/parse_header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ranges>
#include <set>
#include <string>
#include <string_view>

#include "harness/casefile/parse_verdict.hpp"
#include "harness/casefile/separator.hpp"
#include "harness/casefile/word_parsing.hpp"
#include "harness/values/identifier.hpp"

namespace afresh {
namespace {

constexpr std::string_view kKeys =
    "source, addon, features, claims, host, gc, edits, verdict STRATEGY, differs STRATEGY or steps";

/// The leading block of comment lines without `# `, joined by newlines.
std::string parse_story(const SourceText& source) {
  std::string story;
  bool is_first = true;
  for (const Line& line : source.lines()) {
    if (is_first && trimmed(line.text).empty()) continue;
    if (!line.text.starts_with('#')) break;
    if (!is_first) story += '\n';
    story += line.text.substr(line.text.starts_with("# ") ? 2 : 1);
    is_first = false;
  }
  return story;
}

class HeaderReader {
 public:
  HeaderReader(const SourceText& source, Case& into) : source_(source), case_(into) {}

  Result<HeaderPlaces> read() {
    case_.story = parse_story(source_);
    for (std::size_t i = 0; i < source_.size(); ++i) {
      const Line& line = source_.line(i);
      if (Problem problem = source_.check_line_end(line)) return *problem;
      if (trimmed(line.text).empty() || line.text.starts_with('#')) continue;
      if (is_separator(line.text)) return missing_steps(line.number);
      if (Problem problem = read_line(line)) return *problem;
      if (has_ended_) return finish(line.number, i + 1);
    }
    return missing_steps(source_.last_number());
  }

 private:
  /// One `KEY: VALUE` or `KEY STRATEGY: VALUE`, taken apart.
  struct Entry {
    int line = 0;
    std::string_view key;
    std::string_view strategy;
    std::string_view value;
  };
  struct Key {
    std::string_view name;
    bool has_strategy;
    Problem (HeaderReader::*read)(const Entry&);
  };
  static const std::array<Key, 9> kReaders;

  Error error(const Entry& at, std::string_view what, std::string_view expected) const {
    return source_.error(at.line, what, expected);
  }

  Error missing_steps(int line) const {
    return source_.error(line, "the header has no end", "a line 'steps:'");
  }

  Result<HeaderPlaces> finish(int line, std::size_t end) {
    if (case_.addons.empty()) {
      return source_.error(line, "the header names no add-on", "a line 'addon: NAME'");
    }
    places_.end = end;
    return std::move(places_);
  }

  Problem read_line(const Line& line) {
    std::size_t colon = line.text.find(':');
    if (colon == std::string_view::npos) {
      return source_.error(line.number, fmt::format("no ':' in {}", in_quotes(line.text)),
                           "'KEY: VALUE' or 'steps:'");
    }
    auto [key, strategy] = first_word(line.text.substr(0, colon));
    Entry entry{line.number, key, strategy, trimmed(line.text.substr(colon + 1))};
    if (key == "steps" && strategy.empty()) return read_end(entry);
    const auto* reader = std::ranges::find(kReaders, key, &Key::name);
    if (reader == kReaders.end() || (!reader->has_strategy && !strategy.empty())) {
      std::string_view whole = line.text.substr(0, colon);
      return error(entry, fmt::format("unknown header key {}", in_quotes(whole)), kKeys);
    }
    if (reader->has_strategy != is_word(strategy)) {
      return error(entry, fmt::format("'{}' without the name of one strategy", key),
                   fmt::format("'{} STRATEGY: …'", key));
    }
    return read_entry(entry, *reader);
  }

  Problem read_entry(const Entry& entry, const Key& reader) {
    if (entry.value.empty()) {
      return error(entry, fmt::format("'{}' without a value", entry.key), "text after the ':'");
    }
    bool is_new = seen_.insert(fmt::format("{} {}", entry.key, entry.strategy)).second;
    if (!is_new && entry.key != "addon") {
      return error(
          entry,
          fmt::format("a second '{}'", trimmed(fmt::format("{} {}", entry.key, entry.strategy))),
          "one line of it");
    }
    return (this->*reader.read)(entry);
  }

  Problem read_end(const Entry& entry) {
    has_ended_ = true;
    if (entry.value.empty()) return std::nullopt;
    return error(entry, fmt::format("{} after 'steps:'", in_quotes(entry.value)),
                 "each step on a line of its own");
  }

  Problem read_source(const Entry& entry) {
    case_.source = entry.value;
    return std::nullopt;
  }

  Problem read_addon(const Entry& entry) {
    auto parts = std::views::split(std::string_view(entry.value), '.');
    if (!std::ranges::all_of(parts, [](auto part) {
          return is_python_name(std::string_view(part.begin(), part.end()));
        })) {
      return error(entry, fmt::format("{} cannot name an add-on", in_quotes(entry.value)),
                   "a Python identifier that is no keyword");
    }
    if (std::ranges::find(case_.addons, entry.value) != case_.addons.end()) {
      return error(entry, fmt::format("a second add-on {}", in_quotes(entry.value)),
                   "each add-on once");
    }
    case_.addons.emplace_back(entry.value);
    places_.addon_lines.push_back(entry.line);
    return std::nullopt;
  }

  Problem read_features(const Entry& entry) {
    for (std::string_view word : split_at_commas(entry.value)) {
      if (!is_word(word)) {
        return error(entry, fmt::format("{} is not one word", in_quotes(word)),
                     "words with commas between them");
      }
      case_.features.emplace_back(word);
    }
    return std::nullopt;
  }

  Problem read_claims(const Entry& entry) {
    for (std::string_view word : split_at_commas(entry.value)) {
      auto aspect = parse_word<Aspect>(word);
      if (!aspect) {
        return error(entry, fmt::format("unknown aspect {}", in_quotes(word)),
                     join_names_with_or(kAspects));
      }
      if (std::ranges::find(case_.claims, *aspect) != case_.claims.end()) {
        return error(entry, fmt::format("a second {}", in_quotes(word)), "each aspect once");
      }
      case_.claims.push_back(*aspect);
    }
    return std::nullopt;
  }

  Problem read_host(const Entry& entry) {
    if (entry.value == "strict") return std::nullopt;
    if (entry.value == "lenient") {
      case_.taken_names = TakenNames::kLenient;
      return std::nullopt;
    }
    std::optional<HostKind> host = parse_word<HostKind>(entry.value);
    if (!host || *host == HostKind::kPlain) {
      return error(entry, fmt::format("unknown host {}", in_quotes(entry.value)),
                   "strict, lenient, bpy, bpy-4.2 or bpy-leaking");
    }
    case_.host = *host;
    return std::nullopt;
  }

  Problem read_gc(const Entry& entry) {
    if (entry.value != "auto") {
      return error(entry, fmt::format("unknown gc {}", in_quotes(entry.value)), "auto");
    }
    case_.automatic_gc = true;
    return std::nullopt;
  }

  Problem read_edits(const Entry& entry) {
    if (entry.value != "shifted") {
      return error(entry, fmt::format("unknown edits {}", in_quotes(entry.value)), "shifted");
    }
    case_.are_edits_shifts = true;
    return std::nullopt;
  }

  Problem read_verdict(const Entry& entry) {
    auto verdict = parse_verdict(source_, entry.line, entry.value);
    if (!verdict) return verdict.error();
    case_.verdicts.emplace(entry.strategy, std::move(*verdict));
    return std::nullopt;
  }

  Problem read_differs(const Entry& entry) {
    case_.disagreements.emplace(entry.strategy, entry.value);
    return std::nullopt;
  }

  const SourceText& source_;
  Case& case_;
  HeaderPlaces places_;
  std::set<std::string> seen_;
  bool has_ended_ = false;
};

const std::array<HeaderReader::Key, 9> HeaderReader::kReaders{{
    {"source", false, &HeaderReader::read_source},
    {"addon", false, &HeaderReader::read_addon},
    {"features", false, &HeaderReader::read_features},
    {"claims", false, &HeaderReader::read_claims},
    {"host", false, &HeaderReader::read_host},
    {"gc", false, &HeaderReader::read_gc},
    {"edits", false, &HeaderReader::read_edits},
    {"verdict", true, &HeaderReader::read_verdict},
    {"differs", true, &HeaderReader::read_differs},
}};

}  // namespace

Result<HeaderPlaces> parse_header(const SourceText& source, Case& into) {
  return HeaderReader(source, into).read();
}

}  // namespace afresh
