// SPDX-License-Identifier: MIT
#include "harness/cli/completion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "harness/cli/embedded/completions.hpp"
#include "harness/cli/run.hpp"
#include "harness/values/template_text.hpp"
#include "harness/values/verdict.hpp"

namespace afresh::cli {
namespace {

/// `strategies` and `scenarios` begin each line with a name, and end with sentences; `explain`
/// indents its words.
constexpr const char* kNames = "sed -n 's/^\\([a-z][a-z0-9_-]*\\) .*/\\1/p'";
constexpr const char* kWords = "sed -n 's/^  \\([a-z][a-z0-9-]*\\) .*/\\1/p'";

std::string aspects() {
  std::string words;
  for (Aspect aspect : kAspects) words += std::string(name_of(aspect)) + " ";
  return words + "unknown";
}

/// What the scripts call the kind of a value, or the words themselves.
std::string asked_for(const OptionShape& option) {
  switch (option.kind) {
    case ValueKind::kFile: return "files";
    case ValueKind::kFolder: return "folders";
    case ValueKind::kCase: return "cases";
    case ValueKind::kStrategy: return "strategies";
    case ValueKind::kWord: return "words";
    case ValueKind::kAspect: return "aspects";
    case ValueKind::kChoice: return fmt::format("{}", fmt::join(option.choices, " "));
    default: return "nothing";
  }
}

std::string last_word(const std::string& name) { return name.substr(name.find_last_of(' ') + 1); }

/// Between single quotes in a shell, whose only trouble is a single quote.
std::string quoted(std::string text) {
  constexpr std::string_view kQuote = "'\\''";
  for (std::size_t at = 0; (at = text.find('\'', at)) != std::string::npos; at += kQuote.size())
    text.replace(at, 1, kQuote);
  return "'" + text + "'";
}

std::string command_names(const CommandShape& program, std::string_view between) {
  std::vector<std::string> names;
  for (const CommandShape* command : all_commands(program)) {
    if (!command->name.empty()) names.push_back(quoted(command->name));
  }
  return fmt::format("{}", fmt::join(names, between));
}

Placeholders bash_placeholders(const CommandShape& program) {
  Placeholders gaps{{"commands", command_names(program, " | ")}};
  for (const CommandShape* command : all_commands(program)) {
    std::vector<std::string> words;
    for (const CommandShape& below : command->commands) words.push_back(last_word(below.name));
    for (const OptionShape& option : command->options) {
      if (option.is_positional)
        gaps["positionals"] +=
            fmt::format("        '{}') kinds+=' {}' ;;\n", command->name, asked_for(option));
      else
        words.insert(words.end(), option.names.begin(), option.names.end());
      for (const std::string& name : option.names) {
        if (!option.is_positional && option.kind != ValueKind::kNone)
          gaps["values"] +=
              fmt::format("    '{} {}') kinds='{}' ;;\n", command->name, name, asked_for(option));
      }
    }
    gaps["options"] +=
        fmt::format("      '{}') words='{}' ;;\n", command->name, fmt::join(words, " "));
  }
  return gaps;
}

/// In a specification of zsh brackets end a description, and colons part it from what follows.
std::string in_zsh(std::string text) {
  std::ranges::replace(text, '[', '(');
  std::ranges::replace(text, ']', ')');
  std::ranges::replace(text, ':', ',');
  return text;
}

Placeholders zsh_placeholders(const CommandShape& program) {
  constexpr const char* kNext = " \\\n        ";
  Placeholders gaps{{"commands", command_names(program, "|")}};
  for (const CommandShape* command : all_commands(program)) {
    std::string arguments;
    for (const OptionShape& option : command->options) {
      std::string value = ": _afresh_values " + asked_for(option);
      for (const std::string& name : option.names) {
        std::string flag = fmt::format("*{}[{}]", name, in_zsh(option.about));
        if (option.is_positional) flag = ":" + in_zsh(name) + value;
        if (!option.is_positional && option.kind != ValueKind::kNone)
          flag += ":" + in_zsh(option.value) + value;
        arguments += kNext + quoted(flag);
      }
    }
    std::string below;
    for (const CommandShape& each : command->commands)
      below += " " + quoted(last_word(each.name) + "\\:" + in_zsh(each.about));
    if (!below.empty()) arguments += kNext + quoted("1:command: _afresh_commands" + below);
    gaps["cases"] +=
        fmt::format("    ('{}')\n      _arguments{}\n      ;;\n", command->name, arguments);
  }
  return gaps;
}

std::string fish_line(const CommandShape& command, const OptionShape& option) {
  std::string line = fmt::format("complete -c afresh -n '__afresh_at {}'", command.name);
  if (!option.is_positional) {
    for (const std::string& name : option.names)
      line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  }
  bool takes_file = option.kind == ValueKind::kFile || option.kind == ValueKind::kFolder ||
                    option.kind == ValueKind::kCase || option.kind == ValueKind::kStrategy;
  if (takes_file) line += " -F";
  // With `-x` no file may stand there.
  if (!option.is_positional && option.kind != ValueKind::kNone) line += takes_file ? " -r" : " -x";
  if (option.kind != ValueKind::kNone && option.kind != ValueKind::kFree)
    line += fmt::format(" -a '(__afresh_values {})'", asked_for(option));
  return line + " -d " + quoted(option.about) + "\n";
}

Placeholders fish_placeholders(const CommandShape& program) {
  Placeholders gaps{{"commands", command_names(program, " ")}};
  for (const CommandShape* command : all_commands(program)) {
    for (const CommandShape& below : command->commands)
      gaps["lines"] += fmt::format("complete -c afresh -n '__afresh_at {}' -a {} -d {}\n",
                                   command->name, last_word(below.name), quoted(below.about));
    for (const OptionShape& option : command->options) gaps["lines"] += fish_line(*command, option);
  }
  return gaps;
}

Placeholders make_placeholders(std::string_view shell, const CommandShape& program) {
  Placeholders gaps = shell == "bash"  ? bash_placeholders(program)
                      : shell == "zsh" ? zsh_placeholders(program)
                                       : fish_placeholders(program);
  gaps.insert({{"names", kNames}, {"words", kWords}, {"aspects", aspects()}});
  return gaps;
}

}  // namespace

std::string completion_script(std::string_view shell, const CommandShape& program) {
  const std::string path = "completions/afresh." + std::string(shell);
  auto script = std::ranges::find(embedded::completions::files, path, &EmbeddedFile::path);
  if (script == embedded::completions::files.end()) return {};
  return fill_placeholders(script->text, make_placeholders(shell, program));
}

int print_completion(const CLI::App& app, const CompletionOptions& options) {
  std::string script = completion_script(options.shell, read_shape(app));
  if (script.empty()) {
    print_error({fmt::format("no shell '{}'; expected bash, zsh or fish", options.shell)});
    return kExitUsage;
  }
  std::cout << script;
  return kExitSuccess;
}

}  // namespace afresh::cli
