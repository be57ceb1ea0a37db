// SPDX-License-Identifier: MIT
#include "harness/oracles/attribution/effect_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "harness/oracles/attribution/cause.hpp"
#include "harness/oracles/attribution/side_names.hpp"
#include "harness/oracles/graph/graph_view.hpp"
#include "harness/oracles/graph/path_names.hpp"
#include "harness/values/probe_id.hpp"

namespace afresh {
namespace {

/// What acts on a registry that goes by another name than the registry. A pattern is a name and all
/// below it; `.name`: a method of whatever object.
struct Actors {
  std::string_view probe;     ///< the path of the registry begins so
  std::string_view contains;  ///< stands in the path of its entry
  std::array<std::string_view, 2> patterns;
};
constexpr std::array kActors{
    Actors{name_of(ProbeId::kAtexit), "", {"atexit.register"}},
    Actors{name_of(ProbeId::kLogging), "[getLevelName", {"logging.addLevelName"}},
    Actors{name_of(ProbeId::kLogging), ".handlers", {".addHandler", "logging.basicConfig"}},
    Actors{name_of(ProbeId::kLogging), ".filters", {".addFilter"}},
    Actors{name_of(ProbeId::kLogging), ".level", {".setLevel", "logging.basicConfig"}},
    Actors{name_of(ProbeId::kLogging), ".propagate", {".propagate"}},
    Actors{name_of(ProbeId::kLogging), ".disabled", {".disabled"}},
    Actors{name_of(ProbeId::kWarningFilters),
           "",
           {"warnings.filterwarnings", "warnings.simplefilter"}},
    Actors{name_of(ProbeId::kSignalHandlers), "", {"signal.signal"}},
    Actors{name_of(ProbeId::kThreads), "", {".start"}},
    Actors{name_of(ProbeId::kCopyregTable), "", {"copyreg.pickle", "copyreg.dispatch_table"}},
    Actors{name_of(ProbeId::kEnvironment), "", {"os.environ", "os.putenv"}},
    Actors{name_of(ProbeId::kWorkingDirectory), "", {"os.chdir", "os.fchdir"}},
    Actors{name_of(ProbeId::kRecursionLimit), "", {"sys.setrecursionlimit"}},
    Actors{"bpy.keymaps", "", {".keymap_items.new", ".keymaps.new"}},
    Actors{"bpy.utils.tools", "", {"bpy.utils.register_tool"}},
    Actors{"bpy.utils.manual_map", "", {"bpy.utils.register_manual_map"}},
    Actors{"bpy.utils.preset_paths", "", {"bpy.utils.register_preset_path"}},
    Actors{"bpy.panels.COMPAT_ENGINES", "", {".COMPAT_ENGINES.add", ".COMPAT_ENGINES.remove"}},
    Actors{"nodeitems_utils.categories", "", {"nodeitems_utils.register_node_categories"}},
};

/// Lines by file and text: the same line of two versions is one. Of each the place where it
/// stood last.
using Lines = std::map<std::pair<std::string, std::string>, SourceLine>;

bool fits(std::string_view name, std::string_view pattern) {
  if (pattern.empty()) return false;
  if (pattern.starts_with('.')) return name.ends_with(pattern);
  return name.starts_with(pattern) && (name.size() == pattern.size() ||
                                       name[pattern.size()] == '.' || name[pattern.size()] == '[');
}

Lines lines_that(const std::function<bool(const BindingFact&)>& is_meant,
                 const ExecutionHistory& history) {
  Lines lines;
  std::size_t end = history.end();
  for (std::size_t run = history.begin(); run < end; ++run) {
    const std::vector<BindingFact>* source = history.source_at_run(run);
    if (source == nullptr) continue;
    for (const BindingFact& fact : *source) {
      if (fact.kind != BindingKind::kEffect || !is_meant(fact)) continue;
      std::string file(history.run_file(run));
      lines[{file, fact.text}] = {.file = file, .line = fact.line, .text = fact.text};
    }
  }
  return lines;
}

SourceLine only_line(const Lines& lines) {
  return lines.size() == 1 ? lines.begin()->second : SourceLine{};
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// The key at the end of a path, with its quotes: `'demo'` of `shutil._ARCHIVE_FORMATS['demo']` and
/// `'LOUD'` of `logging[getLevelName('LOUD')]`, nothing of `getLogger('demo').handlers[1]`.
std::string_view quoted_key(std::string_view path) {
  while (path.ends_with(']') || path.ends_with(')')) path.remove_suffix(1);
  if (!path.ends_with('\'')) return {};
  std::size_t open = path.find_last_of('\'', path.size() - 2);
  return open == std::string_view::npos ? std::string_view{} : path.substr(open);
}

/// `[0]`, `[12]`.
bool is_position(std::string_view part) {
  return part.size() > 2 && part.front() == '[' && part.back() == ']' &&
         std::ranges::all_of(part.substr(1, part.size() - 2),
                             [](char c) { return c >= '0' && c <= '9'; });
}

/// What a line would have to say: a text as it is quoted, or the name of a class, function or type.
std::vector<std::string> expected_mentions(std::string_view path, const FindingSide& actual) {
  std::vector<std::string> mentions;
  auto add = [&mentions](std::string_view text) {
    if (!text.empty()) mentions.emplace_back(text);
  };
  std::size_t bracket = path.find_last_of('[');
  if (std::string_view key = quoted_key(path); !key.empty()) {
    add(key);
  } else if (bracket != std::string_view::npos && path.ends_with(']')) {
    std::string_view label = path.substr(bracket + 1, path.size() - bracket - 2);
    if (!is_position(path.substr(bracket))) add(label);
  }
  for (const std::string& word : words_in_source(actual)) add(word);
  return mentions;
}

bool says(const std::string& line, const std::string& mention) {
  if (!mention.starts_with('\'')) return contains_name(line, mention);
  std::string other_quotes = mention;
  other_quotes.front() = other_quotes.back() = '"';
  return has(line, mention) || has(line, other_quotes);
}

Lines that_mention(const Lines& lines, const std::vector<std::string>& mentions) {
  Lines some;
  for (const auto& [key, line] : lines) {
    bool does =
        std::ranges::any_of(mentions, [&](const std::string& m) { return says(line.text, m); });
    if (does) some.emplace(key, line);
  }
  return some;
}

/// `textwrap.shorten` of `monkeypatches[textwrap.shorten]`, else nothing.
std::string_view patched_name(std::string_view path) {
  for (ProbeId probe : kProbeIds) {
    if (!is_of_patches(probe) || !is_below(path, name_of(probe))) continue;
    path.remove_prefix(std::min(name_of(probe).size() + 1, path.size()));
    return path.substr(0, path.find(']'));
  }
  return {};
}

/// Lines that put something under this name of a module or class of the library.
Lines patching(std::string_view name, const ExecutionHistory& history) {
  std::string_view attribute = name.substr(name.find_last_of('.') + 1);
  return lines_that(
      [&](const BindingFact& fact) {
        bool is_set = fact.name == "setattr" && says(fact.text, fmt::format("'{}'", attribute));
        return fact.name == name || is_set;
      },
      history);
}

/// `bpy.types.Scene.demo` of `bpy.properties[Scene.demo]`: what a line that defines it sets. Else
/// nothing.
std::string defined_name(std::string_view path) {
  constexpr std::string_view kRegistry = "bpy.properties[";
  if (!path.starts_with(kRegistry)) return {};
  path.remove_prefix(kRegistry.size());
  return fmt::format("bpy.types.{}", path.substr(0, path.find(']')));
}

/// Lines that act on this very registry, by the table or by its own name.
Lines acting_on(std::string_view path, const ExecutionHistory& history) {
  if (std::string_view name = patched_name(path); !name.empty()) return patching(name, history);
  if (std::string name = defined_name(path); !name.empty()) return patching(name, history);
  std::string_view place = leading_names(path);
  std::string method = fmt::format("{}.register", place);
  bool is_abc = path.substr(place.size()).starts_with(" registry");
  const auto* row = std::ranges::find_if(kActors, [&](const Actors& actors) {
    return path.starts_with(actors.probe) && has(path, actors.contains);
  });
  return lines_that(
      [&](const BindingFact& fact) {
        if (is_abc) return fact.name == method;
        if (row == kActors.end()) return fits(fact.name, place);
        return std::ranges::any_of(row->patterns,
                                   [&](std::string_view each) { return fits(fact.name, each); });
      },
      history);
}

/// Lines that call something of the library that keeps the registry.
Lines calling_library(std::string_view path, const ExecutionHistory& history) {
  std::string_view place = leading_names(path);
  std::string_view library = place.substr(0, place.find_last_of('.'));
  if (library.size() == place.size()) return {};
  return lines_that([&](const BindingFact& fact) { return fits(fact.name, library); }, history);
}

}  // namespace

SourceLine find_effect_line(std::string_view path, const FindingSide& actual,
                            const CauseEvidence& evidence) {
  std::vector<std::string> mentions = expected_mentions(path, actual);
  Lines lines = acting_on(path, evidence.history);
  SourceLine cause = only_line(that_mention(lines, mentions));
  if (!cause.is_known()) cause = only_line(lines);
  std::string_view key = quoted_key(path);
  if (!lines.empty() || key.empty()) return cause;
  return only_line(that_mention(calling_library(path, evidence.history), {std::string(key)}));
}

SourceLine entry_in_modules(std::string_view key, const CauseEvidence& evidence) {
  std::string entry = fmt::format("sys.modules['{}']", key);
  auto puts_in = [&](const BindingFact& fact) {
    bool is_call = fact.name == "sys.modules.setdefault" || fact.name == "sys.modules.update";
    return fact.name == entry || (is_call && says(fact.text, fmt::format("'{}'", key)));
  };
  return only_line(lines_that(puts_in, evidence.history));
}

}  // namespace afresh
