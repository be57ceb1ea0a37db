// SPDX-License-Identifier: MIT
#include "harness/cli/command_shape.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

namespace afresh::cli {
namespace {

std::vector<std::string> split_at_bars(const std::string& text) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, '|');) parts.push_back(part);
  return parts;
}

/// What help writes in capitals stands for something; everything else is to be typed as it is.
bool is_placeholder(const std::string& word) {
  return word.empty() || std::ranges::any_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// By what help calls the value: one word means one thing in every command.
ValueKind value_kind(const std::string& value) {
  constexpr std::array<std::pair<std::string_view, ValueKind>, 10> kKinds{
      {{"", ValueKind::kNone},
       {"FILE", ValueKind::kFile},
       {"DIR", ValueKind::kFolder},
       {"DIR|FILE", ValueKind::kFile},
       {"CASE", ValueKind::kCase},
       {"FILE|GLOB", ValueKind::kCase},
       {"NAME|FILE", ValueKind::kStrategy},
       {"STRATEGY", ValueKind::kStrategy},
       {"ASPECT", ValueKind::kAspect},
       {"WORD", ValueKind::kWord}}};
  for (const auto& [word, kind] : kKinds) {
    if (value == word) return kind;
  }
  if (value.starts_with("ASPECT|")) return ValueKind::kAspect;
  // A word that is no placeholder stands for itself, even alone: `leftovers`.
  bool are_choices = std::ranges::none_of(split_at_bars(value), is_placeholder);
  return are_choices ? ValueKind::kChoice : ValueKind::kFree;
}

OptionShape read_shape(const CLI::Option& option) {
  OptionShape shape;
  shape.is_positional = option.get_positional();
  if (shape.is_positional) {
    shape.names = {option.get_name(true)};
  } else {
    for (const std::string& name : option.get_snames()) shape.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) shape.names.push_back("--" + name);
  }
  shape.is_required = option.get_required();
  bool takes_value = option.get_items_expected_max() > 0;
  shape.value = takes_value ? option.get_type_name() : "";
  shape.kind = takes_value && shape.value.empty() ? ValueKind::kFree : value_kind(shape.value);
  if (shape.kind == ValueKind::kChoice) shape.choices = split_at_bars(shape.value);
  shape.about = option.get_description();
  shape.default_value = option.get_default_str();
  return shape;
}

CommandShape named_shape(const CLI::App& app, const std::string& name);

void add(const CLI::App& app, CommandShape& shape) {
  for (const CLI::Option* option : app.get_options()) shape.options.push_back(read_shape(*option));
  for (const CLI::App* each : app.get_subcommands({})) {
    const std::string& name = each->get_name();
    if (name.empty()) {
      add(*each, shape);  // An option group.
    } else {
      shape.commands.push_back(
          named_shape(*each, shape.name.empty() ? name : shape.name + " " + name));
    }
  }
}

CommandShape named_shape(const CLI::App& app, const std::string& name) {
  CommandShape shape{.name = name,
                     .about = app.get_description(),
                     .help = app.get_footer(),
                     .options = {},
                     .commands = {}};
  add(app, shape);
  return shape;
}

void collect(const CommandShape& shape, std::vector<const CommandShape*>& all) {
  all.push_back(&shape);
  for (const CommandShape& command : shape.commands) collect(command, all);
}

}  // namespace

CommandShape read_shape(const CLI::App& app) { return named_shape(app, ""); }

std::vector<const CommandShape*> all_commands(const CommandShape& shape) {
  std::vector<const CommandShape*> all;
  collect(shape, all);
  return all;
}

}  // namespace afresh::cli
