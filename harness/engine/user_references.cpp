// SPDX-License-Identifier: MIT
#include "harness/engine/user_references.hpp"

#include "harness/values/identifier.hpp"

namespace afresh::engine {
namespace {

/// Where the text that begins at `begin` with a quote ends.
std::size_t end_of_text(std::string_view expression, std::size_t begin) {
  char quote = expression[begin];
  std::size_t at = begin + 1;
  while (at < expression.size() && expression[at] != quote) at += expression[at] == '\\' ? 2 : 1;
  return at + 1;
}

}  // namespace

std::string code_of_steps(const std::vector<Step>& steps) {
  std::string code;
  for (const Step& step : steps) {
    if (const auto* python = std::get_if<PythonStep>(&step.action)) code += python->code + "\n";
  }
  return code;
}

bool mentions(std::string_view expression, const std::set<std::string>& names) {
  char last = ' ';
  for (std::size_t at = 0; at < expression.size();) {
    char c = expression[at];
    if (c == '"' || c == '\'') {
      at = end_of_text(expression, at);
      last = c;
      continue;
    }
    std::size_t end = at;
    while (end < expression.size() && is_name_character(expression[end])) ++end;
    if (end > at) {
      if (last != '.' && names.contains(std::string(expression.substr(at, end - at)))) return true;
      last = expression[end - 1];
      at = end;
      continue;
    }
    if (c != ' ') last = c;
    ++at;
  }
  return false;
}

}  // namespace afresh::engine
