// The colours of the terminal reports, and when they may be used at all.
// Decides and paints; knows nothing of what is painted.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace afresh {

/// Of the eight that every terminal has: its own theme decides how they look.
enum class Colour { kNone, kRed, kGreen, kYellow, kBlue, kMagenta };

/// Whether to colour, from the facts: only on a terminal, and never against a non-empty `NO_COLOR`
/// (https://no-color.org). `no_color` is null when the variable is not set.
[[nodiscard]] bool wants_colour(bool is_terminal, const char* no_color);

/// The same for an open file descriptor of this process and its environment.
[[nodiscard]] bool wants_colour(int descriptor);

/// The text in that colour; as it is for `kNone`, and wherever colours are not wanted.
[[nodiscard]] std::string paint(std::string_view text, Colour colour, bool is_wanted = true);

}  // namespace afresh
