// SPDX-License-Identifier: MIT
#include "reports/colour.hpp"

#include <fmt/color.h>
#include <unistd.h>

#include <cstdlib>

namespace afresh {
namespace {

fmt::text_style to_text_style(Colour colour) {
  using Terminal = fmt::terminal_color;
  switch (colour) {
    case Colour::kNone: break;
    case Colour::kRed: return fmt::fg(Terminal::red);
    case Colour::kGreen: return fmt::fg(Terminal::green);
    case Colour::kYellow: return fmt::fg(Terminal::yellow);
    case Colour::kBlue: return fmt::fg(Terminal::blue);
    case Colour::kMagenta: return fmt::fg(Terminal::magenta);
  }
  return {};
}

}  // namespace

bool wants_colour(bool is_terminal, const char* no_color) {
  bool is_forbidden = no_color != nullptr && *no_color != '\0';
  return is_terminal && !is_forbidden;
}

bool wants_colour(int descriptor) {
  return wants_colour(isatty(descriptor) == 1, std::getenv("NO_COLOR"));
}

std::string paint(std::string_view text, Colour colour, bool is_wanted) {
  return fmt::format(to_text_style(is_wanted ? colour : Colour::kNone), "{}", text);
}

}  // namespace afresh
