// SPDX-License-Identifier: MIT
#include "harness/cli/select.hpp"

#include <fmt/format.h>
#include <glob.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "generators/generate.hpp"
#include "harness/casefile/load_case.hpp"
#include "harness/casefile/write_case.hpp"
#include "harness/strategies/shipped.hpp"

namespace fs = std::filesystem;

namespace afresh::cli {
namespace {

// As a person in the current folder would write it, where that is possible.
std::string shown(const fs::path& path) {
  std::error_code ignored;
  fs::path relative = fs::relative(path, ignored);
  bool is_below = !relative.empty() && *relative.begin() != "..";
  return is_below ? relative.string() : path.string();
}

Result<SelectedCase> load(const fs::path& path) {
  Result<Case> loaded = load_case(path);
  if (!loaded) return loaded.error();
  std::size_t bytes = loaded->text.size();
  return SelectedCase{.value = std::move(*loaded), .replay_argument = shown(path), .bytes = bytes};
}

std::vector<std::string> matches(const std::string& pattern) {
  glob_t found{};
  std::vector<std::string> paths;
  if (glob(pattern.c_str(), 0, nullptr, &found) == 0) {
    paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  }
  globfree(&found);
  return paths;
}

// The files that one word stands for; none when it stands for nothing.
std::vector<std::string> files_for(const std::string& word) {
  if (fs::is_regular_file(word)) return {word};
  fs::path scenario = fs::path(scenario_folder()) / (word + ".case");
  if (fs::is_regular_file(scenario)) return {scenario.string()};
  return matches(word);
}

Result<StrategySource> strategy_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf())) {
    return Error{
        fmt::format("{}: cannot be read; expected a strategy, as 'afresh strategies' lists them, "
                    "or a Python file",
                    path)};
  }
  std::string name = fs::path(path).stem().string();
  std::ranges::replace(name, '_', '-');
  auto ships = std::ranges::any_of(shipped_strategies(),
                                   [&](const ShippedStrategy& s) { return s.name == name; });
  // Two rows of one name could not be told apart.
  if (ships) name = path;
  // An empty text would mean one that ships.
  return StrategySource{.name = name, .source = text.str() + "\n", .file = path};
}

Result<StrategySource> select_strategy(const std::string& word) {
  for (const ShippedStrategy& shipped : shipped_strategies()) {
    if (word == shipped.name)
      return StrategySource{.name = word, .source = {}, .file = std::string(shipped.file)};
  }
  if (word.ends_with(".py") || word.find('/') != std::string::npos) return strategy_file(word);
  std::vector<std::string_view> names;
  for (const ShippedStrategy& shipped : shipped_strategies()) names.push_back(shipped.name);
  return Error{fmt::format("no strategy '{}'; expected one of {}, or a Python file", word,
                           fmt::join(names, ", "))};
}

}  // namespace

std::string scenario_folder() { return AFRESH_SCENARIOS; }

Result<std::vector<SelectedCase>> all_scenarios() {
  return select_cases({scenario_folder() + "/*.case"});
}

Result<std::vector<SelectedCase>> select_cases(const std::vector<std::string>& words) {
  std::vector<SelectedCase> selected;
  std::set<std::string> names;
  for (const std::string& word : words) {
    std::vector<std::string> files = files_for(word);
    if (files.empty()) {
      return Error{
          fmt::format("no case '{}'; expected a .case file, a glob that matches some, or a name "
                      "from 'afresh scenarios'",
                      word)};
    }
    for (const std::string& file : files) {
      Result<SelectedCase> loaded = load(file);
      if (!loaded) return loaded.error();
      if (names.insert(loaded->value.name).second) selected.push_back(std::move(*loaded));
    }
  }
  return selected;
}

SelectedCase generated(HostKind host, std::uint64_t seed, int index) {
  Case value = generate_case(seed, index, {.host = host});
  std::size_t bytes = write_case(value).size();
  std::string prefix = host == HostKind::kPlain ? "" : fmt::format("{}:", name_of(host));
  return {.value = std::move(value),
          .replay_argument = fmt::format("--generated-case {}{}:{}", prefix, seed, index),
          .bytes = bytes,
          .is_generated = true};
}

Result<SelectedCase> select_generated(const std::string& word) {
  std::uint64_t seed = 0;
  int index = 0;
  HostKind host = HostKind::kPlain;
  const char* begin = word.data();
  const char* end = word.data() + word.size();
  for (HostKind each : kHostKinds) {
    std::string prefix = fmt::format("{}:", name_of(each));
    if (!word.starts_with(prefix)) continue;
    host = each;
    begin += prefix.size();
  }
  auto [colon, seed_error] = std::from_chars(begin, end, seed);
  bool has_colon = seed_error == std::errc() && colon != end && *colon == ':';
  auto [rest, index_error] = std::from_chars(has_colon ? colon + 1 : end, end, index);
  if (!has_colon || index_error != std::errc() || rest != end || index < 0) {
    return Error{
        fmt::format("--generated-case '{}'; expected SEED:INDEX, two numbers as a report names "
                    "them, or HOST:SEED:INDEX",
                    word)};
  }
  return generated(host, seed, index);
}

Result<SelectedCase> select_one(const std::string& word, const std::string& generated,
                                std::string_view command) {
  if (!generated.empty()) return select_generated(generated);
  auto cases = select_cases({word});
  if (!cases) return cases.error();
  if (cases->size() != 1)
    return Error{fmt::format("{}: stands for several cases; {} takes one", word, command)};
  return std::move(cases->front());
}

Result<std::vector<StrategySource>> select_strategies(const std::vector<std::string>& words) {
  std::vector<StrategySource> selected;
  if (words.empty()) {
    for (const ShippedStrategy& shipped : shipped_strategies()) {
      selected.push_back(
          {.name = std::string(shipped.name), .source = {}, .file = std::string(shipped.file)});
    }
  }
  for (const std::string& word : words) {
    Result<StrategySource> strategy = select_strategy(word);
    if (!strategy) return strategy.error();
    bool is_new =
        std::ranges::none_of(selected, [&](const auto& s) { return s.name == strategy->name; });
    if (is_new) selected.push_back(std::move(*strategy));
  }
  return selected;
}

std::string_view strategy_source(const StrategySource& strategy) {
  auto ships = std::ranges::find(shipped_strategies(), strategy.name, &ShippedStrategy::name);
  bool is_shipped = strategy.source.empty() && ships != shipped_strategies().end();
  return is_shipped ? ships->source : std::string_view(strategy.source);
}

StrategyDocstring strategy_docstring(const StrategySource& strategy) {
  return read_docstring(strategy_source(strategy));
}

}  // namespace afresh::cli
