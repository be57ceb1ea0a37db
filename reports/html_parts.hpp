// The parts of the page, one function each. Internal to the writer of html.hpp.
// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string_view>
#include <vector>

#include "reports/report.hpp"
#include "reports/tally.hpp"

namespace afresh {

/// Strategies × aspects, strategies × features, cases × strategies: each cell with counts, and a
/// link to its witness where something fails.
void write_matrices(std::ostream& out, const Report& report, const std::vector<Section>& sections);

/// For every cell that fails the smallest case: story, steps, files with the edit marked, what was
/// found, the command that replays it.
void write_witnesses(std::ostream& out, const Report& report, const std::vector<Section>& sections);

/// Time of a reload by size of add-on, and what is alive after each cycle of a `repeat`: SVG.
void write_cost_plots(std::ostream& out, const Report& report);
void write_leak_plots(std::ostream& out, const Report& report);

/// The records in short for the page's own script, as JSON in a `script` element.
void write_data(std::ostream& out, const Report& report);

/// Style sheet and script of the page.
[[nodiscard]] std::string_view html_style();
[[nodiscard]] std::string_view html_script();

}  // namespace afresh
