// SPDX-License-Identifier: MIT
#include "harness/casefile/separator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace afresh {
namespace {

struct FormWord {
  std::string_view suffix;
  BlockForm form;
};
constexpr std::array kFormWords{FormWord{" deleted", BlockForm::kDeleted},
                                FormWord{" base64", BlockForm::kBase64},
                                FormWord{" no-newline", BlockForm::kNoNewline}};

const FormWord* find_form_word(std::string_view path) {
  const auto* found = std::ranges::find_if(
      kFormWords, [&](const FormWord& word) { return path.ends_with(word.suffix); });
  return found == kFormWords.end() ? nullptr : found;
}

std::string_view form_suffix(BlockForm form) {
  const auto* found = std::ranges::find(kFormWords, form, &FormWord::form);
  return found == kFormWords.end() ? "" : found->suffix;
}

std::string_view without_backslashes(std::string_view line) {
  return line.substr(std::min(line.find_first_not_of('\\'), line.size()));
}

/// `change` each line in turn (given without its newline); newlines stay as they are.
template <typename Change>
std::string map_lines(std::string_view text, Change change) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    out += change(line);
    text.remove_prefix(line.size());
    if (text.empty()) break;
    out += '\n';
    text.remove_prefix(1);
  }
  return out;
}

}  // namespace

bool is_separator(std::string_view line) {
  constexpr std::size_t kShortest = std::string_view("--  --").size();
  return line.size() >= kShortest && line.starts_with("-- ") && line.ends_with(" --");
}

std::optional<Separator> parse_separator(std::string_view line) {
  line = line.substr(3, line.size() - 6);
  std::size_t slash = line.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  Separator separator{.version = line.substr(0, slash), .path = line.substr(slash + 1)};
  if (const FormWord* word = find_form_word(separator.path)) {
    separator.form = word->form;
    separator.path.remove_suffix(word->suffix.size());
  }
  return separator;
}

std::string render_separator(int version, std::string_view path, BlockForm form) {
  return fmt::format("-- {}/{}{} --\n", version, path, form_suffix(form));
}

bool ends_in_form_word(std::string_view path) { return find_form_word(path) != nullptr; }

std::string escape_separators(std::string_view content) {
  return map_lines(content, [](std::string_view line) {
    std::string escaped = is_separator(without_backslashes(line)) ? "\\" : "";
    return escaped.append(line);
  });
}

std::string unescape_separators(std::string_view text) {
  return map_lines(text, [](std::string_view line) {
    std::string_view bare = without_backslashes(line);
    bool is_escaped = bare.size() < line.size() && is_separator(bare);
    return line.substr(is_escaped ? 1 : 0);
  });
}

}  // namespace afresh
