// SPDX-License-Identifier: MIT
#include "harness/installations/host_version.hpp"

#include <charconv>

namespace afresh {

std::vector<int> version_numbers(std::string_view version) {
  std::vector<int> numbers;
  const char* at = version.data();
  const char* end = at + version.size();
  while (at != end) {
    int number = 0;
    auto [rest, error] = std::from_chars(at, end, number);
    if (error != std::errc() || number < 0) break;
    numbers.push_back(number);
    if (rest == end || *rest != '.') break;
    at = rest + 1;
  }
  return numbers;
}

std::string minor_version(std::string_view version) {
  const std::vector<int> numbers = version_numbers(version);
  if (numbers.size() < 2) return {};
  return std::to_string(numbers[0]) + "." + std::to_string(numbers[1]);
}

std::optional<HostKind> host_of_version(std::string_view version) {
  const std::string minor = minor_version(version);
  if (minor.empty()) return {};
  for (HostKind host : kHostKinds) {
    if (version_of_host(host) == minor) return host;
  }
  return {};
}

std::string_view version_of_host(HostKind host) {
  if (!is_real_blender(host)) return {};
  const std::string_view name = name_of(host);
  return name.substr(name.find('-') + 1);
}

}  // namespace afresh
