// Report → GitHub Markdown: the table, the cells that fail with how to see it, what it ran on.
// Must never let text of an add-on become markup.
// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "reports/report.hpp"

namespace afresh {

/// One table for each host, and for generated cases, with the counts of the terminal's table. Then
/// each cell that fails: its smallest witness, one sentence that proves it, the command that
/// replays it. UTF-8 whatever the report holds. https://github.github.com/gfm
void write_markdown(std::ostream& out, const Report& report);

/// The text on one line, with a backslash before whatever Markdown would take for markup.
[[nodiscard]] std::string markdown_text(std::string_view text);

}  // namespace afresh
