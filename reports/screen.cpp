// SPDX-License-Identifier: MIT
#include "reports/screen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "reports/overview.hpp"
#include "reports/overview_text.hpp"
#include "reports/screen_columns.hpp"
#include "reports/screen_line.hpp"
#include "reports/statements.hpp"
#include "reports/text.hpp"
#include "reports/wording.hpp"

namespace afresh {
namespace {

using Lines = std::vector<std::string>;

/// What the shades of a bar mean.
const Lines kBarLegend{"█ as after a fresh start", "░ differs in structure alone"};

/// Below so many columns beside the names of the marks, the question goes above them.
constexpr std::size_t kMinLeftColumns = 60;

void append(Lines& lines, const Lines& more) {
  lines.insert(lines.end(), more.begin(), more.end());
}

Lines wrapped_lines(std::string_view text, std::size_t indent, std::size_t width) {
  Lines lines;
  std::istringstream in(wrapped(text, indent, width));
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// As many parts on a line as fit; none is broken.
Lines joined_lines(const Lines& parts, std::string_view between, std::size_t width) {
  Lines lines;
  for (const std::string& part : parts) {
    bool fits = !lines.empty() &&
                count_columns(lines.back()) + count_columns(between) + count_columns(part) <= width;
    if (fits)
      lines.back() += std::string(between) + part;
    else
      lines.push_back(part);
  }
  return lines;
}

Colour mark_colour(Mark mark) {
  switch (mark) {
    case Mark::kAll: return Colour::kGreen;
    case Mark::kNone: return Colour::kRed;
    case Mark::kSome: return Colour::kYellow;
    case Mark::kUnknown: return Colour::kMagenta;
    case Mark::kMost:
    case Mark::kNotJudged: break;
  }
  return Colour::kNone;
}

/// The bar of *fresh*: full only where all pass, empty only where none does; what fails in
/// structure alone takes at least one column of what is left.
struct Bar {
  std::string passing;
  std::string behaving;
};

Bar make_bar(const Cell& cell, std::size_t width) {
  constexpr std::array<std::string_view, 8> kEighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const auto tried = static_cast<std::size_t>(std::max(cell.tried(), 1));
  const std::size_t eighths = width * 8;
  std::size_t filled = static_cast<std::size_t>(cell.pass) * eighths / tried;
  if (cell.pass > 0) filled = std::max<std::size_t>(filled, 1);
  Bar bar;
  for (std::size_t i = 0; i < filled / 8; ++i) bar.passing += "█";
  bar.passing += kEighths[filled % 8];
  const std::size_t left = width - (filled + 7) / 8;
  std::size_t behaving = (static_cast<std::size_t>(cell.behaves) * width + tried / 2) / tried;
  if (cell.behaves > 0) behaving = std::max<std::size_t>(behaving, 1);
  for (std::size_t i = 0; i < std::min(behaving, left); ++i) bar.behaving += "░";
  return bar;
}

/// Builds the lines of one table in given columns.
class TableLines {
 public:
  TableLines(const OverviewTable& table, const ScreenStyle& style)
      : table_(table), style_(style), columns_(columns_for(table, style.width)) {}

  /// The question, what the signs mean, and the names of the columns.
  [[nodiscard]] Lines head() const {
    const bool is_beside = columns_.step > 0 && columns_.marks_begin() > kMinLeftColumns;
    const std::size_t width = is_beside ? columns_.marks_begin() - 1 : style_.width;
    Lines said = wrapped_lines(kQuestion, 0, width);
    if (columns_.step > 0) append(said, joined_lines(marks_legend(), "  ", width));
    if (columns_.bar > 0) append(said, joined_lines(kBarLegend, "  ", width));
    if (is_beside) return side_by_side(said);
    append(said, side_by_side({}));
    return said;
  }

  [[nodiscard]] Lines body(const FoldedTable& folded,
                           const std::vector<OverviewTable>& tables) const {
    Lines lines;
    for (const FoldedFamily& family : folded.families) {
      lines.push_back(heading(family.family->name, tables));
      for (const OverviewRow* row : family.shown) lines.push_back(row_line(*row));
      if (!family.folded.empty())
        lines.push_back(" " + one_line(folded_text(family.folded), style_.width - 1));
    }
    if (folded.families_left_out > 0) {
      lines.push_back(fmt::format("and {} more, of {} other {}", folded.rows_left_out,
                                  folded.families_left_out,
                                  folded.families_left_out == 1 ? "family" : "families"));
    }
    return lines;
  }

 private:
  /// Text on the left, the names of the marks on the right, and both end on the line that names
  /// what the counts are of.
  [[nodiscard]] Lines side_by_side(Lines left) const {
    const std::size_t title_columns = columns_.bar_begin() - 1;
    const std::string title =
        one_line(section_title(table_), std::max<std::size_t>(title_columns, 20));
    left.push_back(title);
    const std::size_t height = std::max(left.size(), std::max<std::size_t>(columns_.tiers, 1));
    Lines lines;
    for (std::size_t i = 0; i < height; ++i) {
      ScreenLine line(style_.colour);
      const std::size_t blank = height - left.size();
      // Where there is room above, what is on the left begins at the top, and its title ends it.
      bool is_last = i + 1 == height;
      if (is_last) {
        line.put(0, left.back());
        line.put(std::max(columns_.bar_begin(), count_columns(title) + 1), name_of(Aspect::kFresh));
      } else if (i + 1 < height - blank) {
        line.put(0, left[i]);
      }
      put_names(line, i, height);
      lines.push_back(line.text());
    }
    return lines;
  }

  /// The names of the marks whose tier this line is.
  void put_names(ScreenLine& line, std::size_t index, std::size_t height) const {
    if (columns_.step == 0 || index + columns_.tiers < height) return;
    const std::size_t tier = index + columns_.tiers - height;
    for (std::size_t i = tier; i < table_.aspects.size(); i += columns_.tiers)
      line.put(mark_column(i), name_of(table_.aspects[i]));
  }

  [[nodiscard]] std::size_t mark_column(std::size_t index) const {
    return columns_.marks_begin() + index * columns_.step;
  }

  [[nodiscard]] std::string heading(const std::string& family,
                                    const std::vector<OverviewTable>& tables) const {
    ScreenLine line(style_.colour);
    line.add(one_line(family, std::min<std::size_t>(style_.width, 40)));
    const std::string elsewhere = elsewhere_text(family, tables);
    const std::size_t column = std::max(columns_.phrase_begin(), line.columns() + 2);
    if (column + count_columns(elsewhere) <= style_.width) line.put(column, elsewhere);
    return line.text();
  }

  [[nodiscard]] std::string row_line(const OverviewRow& row) const {
    ScreenLine line(style_.colour);
    const Cell fresh = row.cell(Aspect::kFresh);
    line.put(1, one_line(row.strategy, columns_.name));
    if (columns_.phrase > 0)
      line.put(columns_.phrase_begin(), one_line(row.in_short, columns_.phrase));
    if (columns_.bar > 0 && fresh.tried() > 0) {
      const Bar bar = make_bar(fresh, columns_.bar);
      line.put(columns_.bar_begin(), bar.passing,
               cell_mark(fresh) == Mark::kAll ? Colour::kGreen : Colour::kNone);
      line.put(std::max(line.columns(), columns_.bar_begin()), bar.behaving, Colour::kBlue);
    }
    line.put(columns_.count_begin(), fresh_count(fresh), mark_colour(cell_mark(fresh)));
    for (std::size_t i = 0; columns_.step > 0 && i < table_.aspects.size(); ++i) {
      const Mark mark = cell_mark(row.cell(table_.aspects[i]));
      line.put(mark_column(i), mark_sign(mark), mark_colour(mark));
    }
    return line.text();
  }

  const OverviewTable& table_;
  const ScreenStyle& style_;
  ScreenColumns columns_;
};

/// A row and an aspect that are worth a question: who does damage, or the first that is not full.
std::string heading_question(const std::vector<Statement>& said, const OverviewTable& table) {
  for (const Statement& statement : said) {
    if (const auto* damage = std::get_if<Damage>(&statement))
      return fmt::format("{} {}", damage->strategy, name_of(damage->aspect));
  }
  for (const OverviewRow* row : table.rows()) {
    for (const auto& [aspect, cell] : row->cells) {
      Mark mark = cell_mark(cell);
      if (mark != Mark::kAll && mark != Mark::kNotJudged)
        return fmt::format("{} {}", row->strategy, name_of(aspect));
    }
  }
  return "";
}

/// Where to look further, as parts that are not broken.
Lines hints(const std::vector<Statement>& said, const std::vector<OverviewTable>& tables,
            bool is_folded, std::size_t width) {
  std::vector<std::string> parts;
  std::string question = one_line(heading_question(said, tables.front()));
  if (!question.empty()) {
    const std::string whole = "why a mark is not full: ./afresh why " + question;
    parts.push_back(count_columns(whole) <= width ? whole : "why: ./afresh why STRATEGY [ASPECT]");
  }
  if (is_folded) parts.emplace_back("all rows: --all");
  parts.emplace_back("witnesses: --verbose");
  parts.emplace_back("the page: --html FILE");
  if (tables.size() > 1 && tables[1].host != tables[0].host) {
    const std::string host = one_line(tables[1].host);
    const std::string alone = fmt::format("{} alone: --host {}", host, host);
    parts.push_back(count_columns(alone) <= width ? alone : "one host alone: --host NAME");
  }
  return joined_lines(parts, " · ", width);
}

std::set<std::string> named_in(const std::vector<Statement>& said) {
  std::set<std::string> names;
  for (const Statement& statement : said) {
    for (const std::string& name : strategies_in(statement)) names.insert(name);
  }
  return names;
}

Lines sentences(const std::vector<Statement>& said, std::size_t width) {
  Lines lines;
  for (const Statement& statement : said)
    append(lines, wrapped_lines(render_sentence(statement), 0, width));
  return lines;
}

/// The least lines that a table is worth.
constexpr std::size_t kMinTableLines = 12;

Lines screen_lines(const Report& report, const ScreenStyle& style) {
  const std::vector<OverviewTable> tables = overview(report);
  Lines lines = wrapped_lines(run_line(report, tables), 0, style.width);
  if (tables.empty()) return lines.emplace_back(kNothingRun), lines;
  const OverviewTable& main = tables.front();
  const TableLines table(main, style);
  std::vector<Statement> said = statements(report, main);
  lines.emplace_back();
  append(lines, table.head());

  // Blank lines around the sentences, and the hints as long as they get.
  const auto lines_for_rows = [&]() -> std::size_t {
    const std::size_t taken = lines.size() + 2 + sentences(said, style.width).size() +
                              hints(said, tables, true, style.width).size();
    return taken >= style.lines ? 0 : style.lines - taken;
  };
  while (style.lines > 0 && !said.empty() && lines_for_rows() < kMinTableLines) said.pop_back();
  const std::size_t max_lines = style.lines == 0 ? 0 : std::max<std::size_t>(lines_for_rows(), 3);
  const FoldedTable folded = fold(main, named_in(said), max_lines);
  bool is_folded = folded.families_left_out > 0 ||
                   std::ranges::any_of(folded.families, [](const FoldedFamily& family) {
                     return !family.folded.empty();
                   });
  append(lines, table.body(folded, tables));
  lines.emplace_back();
  append(lines, sentences(said, style.width));
  if (!said.empty()) lines.emplace_back();
  append(lines, hints(said, tables, is_folded, style.width));
  return lines;
}

}  // namespace

void write_screen(std::ostream& out, const Report& report, const ScreenStyle& style) {
  ScreenStyle within = style;
  within.width = std::clamp(style.width, kMinScreenColumns, kMaxScreenColumns);
  if (style.lines > 0) within.lines = std::max(style.lines, kMinScreenLines);
  for (const std::string& line : screen_lines(report, within))
    out << (within.ascii ? in_ascii(line) : line) << '\n';
}

}  // namespace afresh
