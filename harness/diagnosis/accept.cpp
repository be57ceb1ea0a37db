// SPDX-License-Identifier: MIT
#include "harness/diagnosis/accept.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "harness/diagnosis/diagnose.hpp"

namespace afresh {
namespace {

std::vector<std::string> split_codes(std::string_view list) {
  std::vector<std::string> codes;
  while (!list.empty()) {
    std::string_view code = list.substr(0, list.find(','));
    list.remove_prefix(std::min(code.size() + 1, list.size()));
    if (code = without_margins(code); !code.empty()) codes.emplace_back(code);
  }
  return codes;
}

/// The line below that has code: comments may stand one above the other.
int line_below(const PythonSource& source, int line) {
  for (int next = line + 1; next <= source.line_count(); ++next) {
    if (source.code_span(next).column > 0) return next;
  }
  return 0;
}

bool accepts(const Accept& accept, const std::string& code, const Diagnostic& diagnostic) {
  return accept.file == diagnostic.place.file && accept.line == diagnostic.place.line &&
         code == name_of(diagnostic.code);
}

/// A warning about the comment itself.
Diagnostic about_comment(DiagnosticCode code, const Accept& accept, const std::string& object,
                         const PythonSources& sources) {
  const PythonComment& comment = accept.comment;
  Diagnostic diagnostic{.severity = Severity::kWarning, .code = code, .objects = {object}};
  diagnostic.place = {.file = accept.file, .path = accept.file, .line = comment.line};
  diagnostic.place.text = sources.at(accept.file).line(comment.line);
  diagnostic.place.column = comment.column;
  std::size_t continued = static_cast<std::size_t>(std::ranges::count_if(
      comment.text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }));
  diagnostic.place.end_column = comment.column + static_cast<int>(comment.text.size() - continued);
  if (code == DiagnosticCode::kUnusedAccept) diagnostic.mend.kind = MendKind::kRemoveComment;
  return diagnostic;
}

}  // namespace

std::vector<Accept> read_accepts(const PythonSources& sources) {
  std::vector<Accept> accepts;
  for (const auto& [path, source] : sources) {
    for (const PythonComment& comment : source.comments()) {
      std::string_view text = without_margins(std::string_view(comment.text).substr(1));
      constexpr std::string_view kTag = "afresh:";
      if (!text.starts_with(kTag)) continue;
      text = without_margins(text.substr(kTag.size()));
      constexpr std::string_view kAccept = "accept[";
      std::size_t end = text.find(']');
      if (!text.starts_with(kAccept) || end == std::string_view::npos) continue;
      accepts.push_back(
          {.file = path,
           .comment = comment,
           .codes = split_codes(text.substr(kAccept.size(), end - kAccept.size())),
           .reason = std::string(without_margins(text.substr(end + 1))),
           .line = comment.is_alone ? line_below(source, comment.line) : comment.line});
    }
  }
  return accepts;
}

void apply_accepts(std::vector<Diagnostic>& diagnostics, const PythonSources& sources,
                   bool was_all_tried) {
  std::vector<Diagnostic> about_comments;
  for (const Accept& accept : read_accepts(sources)) {
    for (const std::string& code : accept.codes) {
      bool is_used = false;
      for (Diagnostic& diagnostic : diagnostics) {
        if (!accepts(accept, code, diagnostic)) continue;
        is_used = true;
        if (accept.reason.empty()) continue;
        diagnostic.standing = Standing::kAccepted;
        diagnostic.reason = accept.reason;
      }
      std::optional<DiagnosticCode> word = parse_word<DiagnosticCode>(code);
      bool could_be_used = was_all_tried || !word || is_leftover(*word);
      if (!is_used && could_be_used) {
        about_comments.push_back(
            about_comment(DiagnosticCode::kUnusedAccept, accept, code, sources));
      } else if (is_used && accept.reason.empty()) {
        about_comments.push_back(
            about_comment(DiagnosticCode::kAcceptWithoutReason, accept, code, sources));
      }
    }
  }
  std::ranges::move(about_comments, std::back_inserter(diagnostics));
  sort_by_harm(diagnostics);
}

}  // namespace afresh
