// The colours of the terminal reports, and when they may be used at all.
// Decides and paints; knows nothing of what is painted.
// SPDX-License-Identifier: MIT
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>

namespace afresh {

/// SGR codes: eight-colour ones, so that the terminal's own theme decides how they look.
enum class Colour { kNone = 0, kRed = 31, kGreen = 32, kYellow = 33, kBlue = 34, kMagenta = 35 };

/// Whether to colour, from the facts: only on a terminal, and never against a non-empty `NO_COLOR`
/// (https://no-color.org). `no_color` is null when the variable is not set.
[[nodiscard]] inline bool wants_colour(bool is_terminal, const char* no_color) {
  bool is_forbidden = no_color != nullptr && *no_color != '\0';
  return is_terminal && !is_forbidden;
}

/// The same for an open file descriptor of this process and its environment.
[[nodiscard]] inline bool wants_colour(int descriptor) {
  return wants_colour(isatty(descriptor) == 1, std::getenv("NO_COLOR"));
}

/// The text in that colour; as it is for `kNone`.
[[nodiscard]] inline std::string paint(std::string_view text, Colour colour) {
  if (colour == Colour::kNone) return std::string(text);
  return "\x1b[" + std::to_string(static_cast<int>(colour)) + "m" + std::string(text) + "\x1b[0m";
}

}  // namespace afresh
