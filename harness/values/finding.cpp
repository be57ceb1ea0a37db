// SPDX-License-Identifier: MIT
#include "harness/values/finding.hpp"

#include <charconv>

namespace afresh {

SourceLine parse_source_line(const std::string& place) {
  std::size_t colon = place.rfind(':');
  if (colon == std::string::npos) return {.file = place};
  SourceLine line{.file = place.substr(0, colon)};
  const char* end = place.data() + place.size();
  auto [stop, error] = std::from_chars(place.data() + colon + 1, end, line.line);
  return error == std::errc() && stop == end ? line : SourceLine{.file = place};
}

}  // namespace afresh
