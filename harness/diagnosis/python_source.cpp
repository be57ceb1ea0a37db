// SPDX-License-Identifier: MIT
#include "harness/diagnosis/python_source.hpp"

#include <algorithm>
#include <cctype>

namespace afresh {
namespace {

constexpr std::string_view kBlanks = " \t\f\r";

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

int count_characters(std::string_view text) {
  return static_cast<int>(
      text.size() - static_cast<std::size_t>(std::ranges::count_if(text, continues_character)));
}

bool is_name_character(char c) {
  return c == '_' || std::isalnum(static_cast<unsigned char>(c)) != 0 ||
         static_cast<unsigned char>(c) >= 0x80U;
}

/// Goes through one file line by line and knows in which string it is.
class Scanner {
 public:
  /// Where the comment of the line begins; `npos` where it has none.
  std::size_t comment_in(std::string_view line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (!quote_.empty()) {
        if (line[i] == '\\') {
          ++i;
        } else if (line.substr(i).starts_with(quote_)) {
          i += quote_.size() - 1;
          quote_ = {};
        }
      } else if (line[i] == '#') {
        return i;
      } else if (line[i] == '"' || line[i] == '\'') {
        const std::string_view three = line[i] == '"' ? "\"\"\"" : "'''";
        quote_ = line.substr(i).starts_with(three) ? three : three.substr(0, 1);
        i += quote_.size() - 1;
      }
    }
    // Only three quotes go on; others do after a backslash, which no one writes before a comment.
    if (quote_.size() == 1 && !line.ends_with('\\')) quote_ = {};
    return std::string_view::npos;
  }

 private:
  std::string_view quote_;  ///< that ends the string; empty: in none. Static.
};

}  // namespace

std::string_view without_margins(std::string_view text) {
  std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

bool is_dotted_name(std::string_view text) {
  bool begins_a_name = true;
  for (char c : text) {
    if (c == '.' ? begins_a_name : !is_name_character(c)) return false;
    if (begins_a_name && std::isdigit(static_cast<unsigned char>(c)) != 0) return false;
    begins_a_name = c == '.';
  }
  return !begins_a_name;
}

std::string string_literal(std::string_view text) {
  std::string literal = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') literal += '\\';
    literal += c;
  }
  return literal + '"';
}

std::string keyword_value(std::string_view code, std::string_view keyword) {
  const std::string wanted = std::string(keyword) + "=";
  for (std::size_t at = 0; (at = code.find(wanted, at)) != std::string_view::npos;
       at += wanted.size()) {
    if (at > 0 && is_name_character(code[at - 1])) continue;
    std::string_view value = code.substr(at + wanted.size());
    value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
    value = value.substr(0, value.find_first_of(",) "));
    return is_dotted_name(value) ? std::string(value) : std::string();
  }
  return {};
}

PythonSource::PythonSource(std::string_view text) : text_(text) {
  Scanner scanner;
  std::string_view rest = text_;
  while (!rest.empty()) {
    std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines_.push_back(line);
    std::size_t comment = scanner.comment_in(line);
    code_ends_.push_back(std::min(comment, line.size()));
    if (comment == std::string_view::npos) continue;
    comments_.push_back({.line = static_cast<int>(lines_.size()),
                         .column = count_characters(line.substr(0, comment)) + 1,
                         .text = std::string(line.substr(comment)),
                         .is_alone = without_margins(line.substr(0, comment)).empty()});
  }
}

PythonSources read_sources(const std::map<std::string, std::string>& files) {
  PythonSources sources;
  for (const auto& [path, text] : files) {
    if (path.ends_with(".py")) sources.try_emplace(path, text);
  }
  return sources;
}

std::string_view PythonSource::line(int number) const {
  bool is_there = number >= 1 && number <= line_count();
  return is_there ? lines_[static_cast<std::size_t>(number) - 1] : std::string_view();
}

PythonSource::Span PythonSource::code_span(int number) const {
  if (line(number).empty()) return {};
  std::string_view code = line(number).substr(0, code_ends_[static_cast<std::size_t>(number) - 1]);
  std::string_view inside = without_margins(code);
  if (inside.empty()) return {};
  int column =
      count_characters(code.substr(0, static_cast<std::size_t>(inside.data() - code.data()))) + 1;
  return {.column = column, .end_column = column + count_characters(inside)};
}

int PythonSource::function_line(std::string_view name) const {
  const std::string beginning = "def " + std::string(name) + "(";
  for (int number = 1; number <= line_count(); ++number) {
    if (line(number).starts_with(beginning)) return number;
  }
  return 0;
}

}  // namespace afresh
