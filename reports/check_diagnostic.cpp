// One diagnostic as compilers print it: the headline, the place, the source line with its mark,
// what comes of it, and the mend. SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ostream>

#include "reports/check_screen.hpp"
#include "reports/diagnostic_text.hpp"
#include "reports/finding_text.hpp"
#include "reports/text.hpp"

namespace afresh {
namespace {

/// How the terminal shows a source line: as many columns as characters, none of them a control.
std::string shown_source(std::string_view text) {
  std::string shown;
  const std::string valid = valid_utf8(text);
  for (std::size_t i = 0; i < valid.size(); ++i) {
    auto byte = static_cast<unsigned char>(valid[i]);
    bool is_second_set =
        byte == 0xC2U && i + 1 < valid.size() && static_cast<unsigned char>(valid[i + 1]) < 0xA0U;
    if (is_second_set) ++i;
    bool is_control = byte < 0x20U || byte == 0x7FU || is_second_set;
    shown +=
        is_control ? (byte == '\t' ? " " : std::string(kReplacement)) : std::string(1, valid[i]);
  }
  return shown;
}

struct Excerpt {
  std::string line;
  std::size_t begin = 0;  ///< columns before the mark
  std::size_t length = 0;
};

/// The line as far as it fits, beginning where the mark does if it must.
Excerpt make_excerpt(const DiagnosticPlace& place, std::size_t columns) {
  Excerpt excerpt{.line = shown_source(place.text)};
  excerpt.begin = place.column > 0 ? static_cast<std::size_t>(place.column - 1) : 0;
  excerpt.length = place.column > 0 ? static_cast<std::size_t>(place.end_column - place.column) : 0;
  // A blank for the tabs and blanks before the code, where the mark would not fit.
  if (excerpt.begin + 8 > columns) {
    std::size_t first = std::min(excerpt.line.find_first_not_of(' '), excerpt.line.size());
    excerpt.line.erase(0, first);
    excerpt.begin -= std::min(first, excerpt.begin);
  }
  if (count_columns(excerpt.line) > columns) {
    // `one_line` would fold the indentation.
    std::size_t indent = std::min(excerpt.line.find_first_not_of(' '), excerpt.line.size());
    excerpt.line =
        std::string(indent, ' ') + one_line(excerpt.line, columns - std::min(indent, columns - 1));
  }
  std::size_t shown = count_columns(excerpt.line);
  excerpt.begin = std::min(excerpt.begin, shown);
  excerpt.length = std::min(excerpt.length, shown - excerpt.begin);
  return excerpt;
}

class DiagnosticWriter {
 public:
  DiagnosticWriter(std::ostream& out, const CheckReport& report, const Diagnostic& diagnostic,
                   const CheckStyle& style)
      : out_(out), report_(report), diagnostic_(diagnostic), style_(style) {
    if (diagnostic.place.line > 0) margin_ = std::to_string(diagnostic.place.line).size();
  }

  void write() {
    headline();
    out_ << blanks(margin_) << paint("--> ", frame()) << place_text(diagnostic_.place, report_.path)
         << '\n';
    source();
    notes();
  }

 private:
  static std::string blanks(std::size_t count) { return std::string(count, ' '); }
  [[nodiscard]] Colour frame() const { return style_.colour ? Colour::kBlue : Colour::kNone; }
  [[nodiscard]] Colour severity_colour() const {
    if (!style_.colour) return Colour::kNone;
    return diagnostic_.severity == Severity::kError ? Colour::kRed : Colour::kYellow;
  }

  void headline() {
    const std::string title =
        fmt::format("{}[{}]", name_of(diagnostic_.severity), name_of(diagnostic_.code));
    std::string lines = wrapped(title + ": " + diagnostic_text(diagnostic_), 0, style_.width);
    out_ << paint(title, severity_colour()) << lines.substr(title.size());
  }

  void source() {
    if (diagnostic_.place.line == 0 || diagnostic_.place.text.empty()) return;
    const std::size_t indent = margin_ + 3;
    Excerpt excerpt =
        make_excerpt(diagnostic_.place, style_.width > indent + 20 ? style_.width - indent : 60);
    out_ << blanks(margin_) << paint(" |", frame()) << '\n'
         << paint(fmt::format("{} |", diagnostic_.place.line), frame()) << ' ' << excerpt.line
         << '\n';
    if (excerpt.length > 0)
      out_ << blanks(margin_) << paint(" |", frame()) << ' ' << blanks(excerpt.begin)
           << paint(std::string(excerpt.length, '^'), severity_colour()) << '\n';
    out_ << blanks(margin_) << paint(" |", frame()) << '\n';
  }

  /// A line behind the frame's `= `.
  void note(const std::string& text) {
    if (text.empty()) return;
    std::string lines = hung(blanks(margin_) + " = ", text, style_.width, frame());
    out_ << lines;
  }

  void notes() {
    // The worst say enough.
    constexpr std::size_t kMaxConsequences = 2;
    const std::size_t all = report_.judged.size();
    std::size_t told = 0;
    for (const Consequence& each : diagnostic_.consequences) {
      std::string text = consequence_text(diagnostic_, each);
      bool is_one_more = style_.is_verbose || told < kMaxConsequences;
      if (text.empty() || !is_one_more) continue;
      ++told;
      if (all > 1) text += fmt::format(" ({})", ways_text(each.strategies.size(), all));
      note(text);
    }
    if (told == 0 && all > 1 && !diagnostic_.strategies.empty())
      note("seen under " + ways_text(diagnostic_.strategies.size(), all));
    mend();
    if (!style_.is_verbose) return;
    if (all > 1) note(fmt::format("under {}", fmt::join(diagnostic_.strategies, ", ")));
    for (const Finding& finding : diagnostic_.findings) note(finding_sentence(finding));
  }

  void mend() {
    const Mend& mend = diagnostic_.mend;
    std::string text = mend_text(mend);
    if (text.empty()) return;
    const std::string sentence = "mend: " + mend_sentence(mend);
    const std::size_t indent = margin_ + 3;
    bool fits = mend.statements.size() < 2 &&
                (style_.width == 0 || indent + count_columns(sentence) <= style_.width);
    if (mend.statements.empty() || fits) return note(sentence);
    note("mend: " + one_line(text) + ":");
    constexpr std::size_t kMaxStatements = 6;
    for (std::size_t i = 0; i < std::min(mend.statements.size(), kMaxStatements); ++i)
      statement(indent + 4, one_line(mend.statements[i]));
    if (mend.statements.size() > kMaxStatements)
      out_ << blanks(indent + 4) << "and " << mend.statements.size() - kMaxStatements << " more\n";
  }

  /// Where Python lets a line break: behind the bracket.
  void statement(std::size_t indent, const std::string& code) {
    std::size_t bracket = code.find('(');
    bool fits = style_.width == 0 || indent + count_columns(code) <= style_.width;
    if (fits || bracket == std::string::npos) {
      out_ << blanks(indent) << code << '\n';
      return;
    }
    out_ << blanks(indent) << code.substr(0, bracket + 1) << '\n';
    out_ << blanks(indent + 4) << code.substr(bracket + 1) << '\n';
  }

  std::ostream& out_;
  const CheckReport& report_;
  const Diagnostic& diagnostic_;
  const CheckStyle& style_;
  std::size_t margin_ = 1;
};

}  // namespace

void write_check_diagnostic(std::ostream& out, const CheckReport& report,
                            const Diagnostic& diagnostic, const CheckStyle& style) {
  DiagnosticWriter(out, report, diagnostic, style).write();
}

}  // namespace afresh
