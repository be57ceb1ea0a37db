// SPDX-License-Identifier: MIT
#include "harness/cli/man_page.hpp"

#include <fmt/format.h>

#include <array>
#include <iostream>
#include <sstream>
#include <string_view>
#include <utility>

#include "harness/cli/embedded/templates.hpp"
#include "harness/cli/options.hpp"

namespace afresh::cli {
namespace {

/// Text that roff shows as it is: in its own words what it would take for a command, and what not
/// every terminal has.
std::string escaped(const std::string& text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kWords{{{"\\", "\\e"},
                                                                                 {"-", "\\-"},
                                                                                 {"'", "\\(aq"},
                                                                                 {"`", "\\(ga"},
                                                                                 {"→", "\\(->"},
                                                                                 {"…", "\\&..."},
                                                                                 {"·", "\\(bu"}}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 1;
    std::string_view shown = std::string_view(text).substr(at, 1);
    for (const auto& [plain, word] : kWords) {
      if (std::string_view(text).substr(at).starts_with(plain)) length = plain.size(), shown = word;
    }
    out += shown;
    at += length;
  }
  return out;
}

/// As lines, none of which is a command to roff.
std::string as_text(const std::string& text) {
  std::string out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with('.')) out += "\\&";
    out += escaped(line) + "\n";
  }
  return out;
}

std::string name_and_value(const OptionShape& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.names) names.push_back("\\fB" + escaped(name) + "\\fR");
  std::string value =
      option.value.empty() || option.is_positional ? "" : " \\fI" + escaped(option.value) + "\\fR";
  return fmt::format("{}{}", fmt::join(names, ", "), value);
}

std::string render_synopsis(const CommandShape& command) {
  std::string line = "\\fBafresh " + escaped(command.name) + "\\fR";
  bool has_options = false;
  std::string positionals;
  for (const OptionShape& option : command.options) {
    if (!option.is_positional) {
      has_options |= option.kind != ValueKind::kNone;  // Not just `--help`.
      continue;
    }
    std::string name = "\\fI" + escaped(option.names.front()) + "\\fR";
    positionals += option.is_required ? " " + name : " [" + name + "]";
  }
  return line + (has_options ? " [\\fIoptions\\fR]" : "") + positionals;
}

std::string option_lines(const CommandShape& command) {
  std::string out;
  for (const OptionShape& option : command.options) {
    std::string about = option.about;
    if (!option.default_value.empty()) about += " (default: " + option.default_value + ")";
    out += ".TP\n" + name_and_value(option) + "\n" + as_text(about);
  }
  return out;
}

std::string render_section(const CommandShape& command) {
  std::string out = fmt::format(".SS {}\n{}\n.PP\n{}.\n", escaped(command.name),
                                render_synopsis(command), escaped(command.about));
  out += option_lines(command);
  if (command.help.empty()) return out;
  std::string help = command.help;
  help.erase(0, help.find_first_not_of('\n'));
  return out + ".PP\n.nf\n" + as_text(help) + ".fi\n";
}

}  // namespace

std::string man_page(const CommandShape& program) {
  std::string page = fmt::format(
      ".\\\" Made by `afresh man`.\n.TH AFRESH 1 \"\" \"afresh {}\" \"User Commands\"\n"
      ".SH NAME\nafresh \\- test how Python add\\-ons are hot\\-reloaded\n.SH SYNOPSIS\n",
      AFRESH_VERSION);
  std::vector<std::string> calls;
  for (const CommandShape* command : all_commands(program)) {
    if (!command->name.empty() && command->commands.empty())
      calls.push_back(render_synopsis(*command));
  }
  page += fmt::format("{}\n", fmt::join(calls, "\n.br\n"));
  page += ".SH DESCRIPTION\n" + as_text(program.about) + ".SH OPTIONS\n" + option_lines(program);
  page += ".SH COMMANDS\n";
  for (const CommandShape* command : all_commands(program)) {
    if (!command->name.empty()) page += render_section(*command);
  }
  return page + std::string(embedded::templates::man_page_end_roff.text);
}

int print_man_page(const CLI::App& app) {
  std::cout << man_page(read_shape(app));
  return kExitSuccess;
}

}  // namespace afresh::cli
