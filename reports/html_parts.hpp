// The parts of the page, one function each. Internal to the writer of html.hpp.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "reports/markup.hpp"
#include "reports/report.hpp"
#include "reports/tally.hpp"

namespace afresh {

/// The first screen: what was run, the answer in sentences, the strategies by family. Something
/// must have been run.
void write_answer(Markup& page, const Report& report);

/// What holds a table that may be wider than the page: it scrolls by keyboard too.
[[nodiscard]] Attributes scrolling(std::string_view label);

/// What narrows the tables down, for the page's own script; not seen without it.
void write_filters(Markup& page, const Report& report);

/// Strategies × aspects, strategies × features, cases × strategies: each cell with counts, and a
/// link to its witness where something fails.
void write_matrices(Markup& page, const Report& report, const std::vector<Section>& sections);

/// For every cell that fails the smallest case: story, steps, files with the edit marked, what was
/// found, the command that replays it.
void write_witnesses(Markup& page, const Report& report, const std::vector<Section>& sections);

/// Time of a reload by size of add-on, and what is alive after each cycle of a `repeat`: SVG.
void write_cost_plots(Markup& page, const Report& report);
void write_leak_plots(Markup& page, const Report& report);

/// What was masked, what was not looked into, what stayed unknown.
void write_limits(Markup& page, const Report& report);

/// What the page's own script shows when something is chosen, as JSON in a `script` element.
void write_data(Markup& page, const Report& report);

}  // namespace afresh
