// SPDX-License-Identifier: MIT
#include "harness/strategies/needs.hpp"

#include <algorithm>

#include "harness/strategies/docstring.hpp"

namespace afresh {
namespace {

constexpr std::string_view kReloadsInPlace = "reload in place";

std::size_t count_code_lines(std::string_view source) {
  std::size_t lines = 0;
  bool is_docstring = false;
  while (!source.empty()) {
    std::string_view line = source.substr(0, source.find('\n'));
    source.remove_prefix(std::min(line.size() + 1, source.size()));
    std::size_t quotes = 0;
    for (std::size_t at = 0; (at = line.find("\"\"\"", at)) != std::string_view::npos; at += 3)
      ++quotes;
    std::size_t first = line.find_first_not_of(" \t\r");
    bool is_code =
        !is_docstring && quotes == 0 && first != std::string_view::npos && line[first] != '#';
    if (is_code) ++lines;
    if (quotes % 2 == 1) is_docstring = !is_docstring;
  }
  return lines;
}

}  // namespace

StrategyNeeds read_needs(std::string_view source) {
  auto has = [&](std::string_view text) { return source.find(text) != std::string_view::npos; };
  return {
      .restarts = has("host.restart("),
      .keeps_modules = read_docstring(source).family == kReloadsInPlace || has("importlib.reload("),
      .adapts = has("\ndef adapt("),
      .installs = has("\ndef install("),
      .code_lines = count_code_lines(source)};
}

}  // namespace afresh
