// What `check` says on a terminal: a head line, one diagnostic for each cause as compilers print
// them, then what to use. One line where nothing is wrong. SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iosfwd>

#include "reports/check_report.hpp"
#include "reports/colour.hpp"

namespace afresh {

struct CheckStyle {
  bool colour = false;
  std::size_t width = 80;   ///< 0: no limit
  bool is_verbose = false;  ///< all diagnostics, every finding, every strategy by name
  bool has_matrix = false;  ///< the strategies and aspects as a table
};

void write_check_screen(std::ostream& out, const CheckReport& report, const CheckStyle& style);

/// The parts of it.
void write_check_diagnostic(std::ostream& out, const CheckReport& report,
                            const Diagnostic& diagnostic, const CheckStyle& style);
void write_check_answer(std::ostream& out, const CheckReport& report, const CheckStyle& style);
void write_check_matrix(std::ostream& out, const CheckReport& report, const CheckStyle& style);

/// `forgetful: 3 files · bpy · 36 ways of reloading`.
[[nodiscard]] std::string check_head(const CheckReport& report);

/// The text in lines of at most `width` columns, the first behind `first`, the others behind as
/// many blanks. What the first line begins with is painted.
[[nodiscard]] std::string hung(const std::string& first, const std::string& text, std::size_t width,
                               Colour colour = Colour::kNone);

}  // namespace afresh
