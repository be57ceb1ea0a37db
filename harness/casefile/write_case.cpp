// SPDX-License-Identifier: MIT
#include "harness/casefile/write_case.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstddef>
#include <string_view>
#include <vector>

#include "harness/casefile/base64.hpp"
#include "harness/casefile/parse_verdict.hpp"
#include "harness/casefile/separator.hpp"
#include "harness/values/utf8.hpp"

namespace afresh {
namespace {

std::string render_story(std::string_view story) {
  if (story.empty()) return "";
  std::string out;
  for (std::size_t begin = 0;;) {
    std::size_t end = story.find('\n', begin);
    std::string_view line = story.substr(begin, end - begin);
    out += line.empty() ? "#\n" : fmt::format("# {}\n", line);
    if (end == std::string_view::npos) return out;
    begin = end + 1;
  }
}

/// `KEY: a, b`, or nothing for an empty list.
std::string render_list(std::string_view key, const std::vector<std::string_view>& words) {
  return words.empty() ? "" : fmt::format("{}: {}\n", key, fmt::join(words, ", "));
}

std::string render_header(const Case& a_case) {
  std::string out = render_story(a_case.story);
  if (!a_case.source.empty()) out += fmt::format("source: {}\n", a_case.source);
  for (const std::string& addon : a_case.addons) out += fmt::format("addon: {}\n", addon);
  out += render_list("features", {a_case.features.begin(), a_case.features.end()});
  std::vector<std::string_view> claims;
  for (Aspect aspect : a_case.claims) claims.push_back(name_of(aspect));
  out += render_list("claims", claims);
  if (a_case.host != HostKind::kPlain) {
    out += fmt::format("host: {}\n", name_of(a_case.host));
  } else if (a_case.taken_names == TakenNames::kLenient) {
    out += "host: lenient\n";
  }
  if (a_case.automatic_gc) out += "gc: auto\n";
  if (a_case.are_edits_shifts) out += "edits: shifted\n";
  for (const auto& [strategy, verdict] : a_case.verdicts) {
    out += fmt::format("verdict {}: {}\n", strategy, render_verdict(verdict));
  }
  for (const auto& [strategy, why] : a_case.disagreements) {
    out += fmt::format("differs {}: {}\n", strategy, why);
  }
  return out;
}

void render_steps(const std::vector<Step>& steps, const std::string& indentation,
                  std::string& out) {
  for (const Step& step : steps) {
    out += indentation + render_step(step) + '\n';
    const auto* repeat = std::get_if<RepeatStep>(&step.action);
    if (repeat == nullptr) continue;
    render_steps(repeat->body, indentation + "  ", out);
    out += indentation + "end\n";
  }
}

/// Whether content would suffer from being read, edited or mailed as text.
bool is_binary(std::string_view content) {
  return content.find('\0') != std::string_view::npos || !is_utf8(content);
}

BlockForm choose_form(const FileChange& change) {
  if (!change.content) return BlockForm::kDeleted;
  if (is_binary(*change.content) || ends_in_form_word(change.path)) return BlockForm::kBase64;
  bool is_plain = change.content->empty() || change.content->ends_with('\n');
  return is_plain ? BlockForm::kPlain : BlockForm::kNoNewline;
}

std::string render_file(int version, const FileChange& change) {
  BlockForm form = choose_form(change);
  std::string out = render_separator(version, change.path, form);
  if (form == BlockForm::kDeleted) return out;
  if (form == BlockForm::kBase64) return out + encode_base64(*change.content);
  out += escape_separators(*change.content);
  if (form == BlockForm::kNoNewline) out += '\n';
  return out;
}

}  // namespace

std::string write_case(const Case& a_case) {
  return a_case.text.empty() ? render_case(a_case) : a_case.text;
}

std::string render_case(const Case& a_case) {
  std::string out = render_header(a_case) + "steps:\n";
  render_steps(a_case.steps, "  ", out);
  if (!a_case.versions.empty()) out += '\n';
  for (const Version& version : a_case.versions) {
    for (const FileChange& change : version.changes) {
      out += render_file(version.number, change);
    }
  }
  return out;
}

}  // namespace afresh
