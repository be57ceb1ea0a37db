// Overview and statements → words and signs, the same on a terminal and on a page.
// The only place that makes sentences of statements; knows neither widths nor colours.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/overview.hpp"
#include "reports/statements.hpp"

namespace afresh {

/// What every comparison asks.
inline constexpr std::string_view kQuestion =
    "After a reload, is the add-on what a fresh start would have given?";

/// The sign of a mark: `●`.
[[nodiscard]] std::string_view mark_sign(Mark mark);

/// What the signs mean: `● all`, `◕ 9 in 10`, ….
[[nodiscard]] std::vector<std::string> marks_legend();

/// A statement as a sentence or two, without a line end. Names that are too long end in `…`.
[[nodiscard]] std::string render_sentence(const Statement& statement);

/// What the cases of a table are: `plain, 105 scenarios`; `plain, 300 generated cases`.
[[nodiscard]] std::string section_title(const OverviewTable& table);

/// What was run: versions, cases, strategies, seed and, where known, seconds, with ` · ` between.
[[nodiscard]] std::string run_line(const Report& report, const std::vector<OverviewTable>& tables);

/// How the rows that are folded did: `and 6 others, 91 to 97 of 101`; in percent where they were
/// not tried on equally many cases.
[[nodiscard]] std::string folded_text(const std::vector<const OverviewRow*>& folded);

/// How the best of a family did on the other hosts: `on bpy at best 15 of 15`; empty where it was
/// not tried there.
[[nodiscard]] std::string elsewhere_text(const std::string& family,
                                         const std::vector<OverviewTable>& tables);

}  // namespace afresh
