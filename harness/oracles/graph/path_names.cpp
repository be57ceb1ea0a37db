// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/path_names.hpp"

#include "harness/values/identifier.hpp"

namespace afresh {

std::string_view leading_names(std::string_view path) {
  std::size_t end = 0;
  while (end < path.size() && (is_name_character(path[end]) || path[end] == '.')) ++end;
  return path.substr(0, end);
}

bool contains_name(std::string_view words, std::string_view name) {
  if (name.empty()) return false;
  for (std::size_t at = words.find(name); at != std::string_view::npos;
       at = words.find(name, at + 1)) {
    bool starts = at == 0 || !is_name_character(words[at - 1]);
    std::size_t end = at + name.size();
    if (starts && (end == words.size() || !is_name_character(words[end]))) return true;
  }
  return false;
}

bool is_below(std::string_view path, std::string_view probe) {
  return path.starts_with(probe) &&
         (path.size() == probe.size() || !is_name_character(path[probe.size()]));
}

}  // namespace afresh
