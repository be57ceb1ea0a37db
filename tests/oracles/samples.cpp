// SPDX-License-Identifier: MIT
#include "tests/oracles/samples.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "harness/oracles/graph/match.hpp"
#include "harness/oracles/graph/object_refs.hpp"
#include "tests/oracles/in_short.hpp"

namespace afresh::testing {
namespace {

std::vector<Difference> compare(std::string_view actual, std::string_view reference,
                                const Mask& mask) {
  Graph here = parse_graph(actual);
  Graph there = parse_graph(reference);
  return differences(here, there, match(here, there, mask), mask, {});
}

}  // namespace

RegistryChange make_registry_change(std::string root, std::string_view atom) {
  return {.root = std::move(root), .entry = parse_atom(atom)};
}

std::vector<std::string> differences_between(std::string_view actual, std::string_view reference,
                                             const Mask& mask) {
  std::vector<std::string> words;
  for (const Difference& difference : compare(actual, reference, mask)) {
    words.push_back(fmt::format("{} {}: {} / {}", name_of(difference.kind),
                                fmt::join(difference.paths, " | "), in_short(difference.fresh),
                                in_short(difference.actual)));
  }
  return words;
}

std::vector<std::string> kinds_between(std::string_view actual, std::string_view reference,
                                       const Mask& mask) {
  std::vector<std::string> words;
  for (const Difference& difference : compare(actual, reference, mask)) {
    words.push_back(
        fmt::format("{}: {}", name_of(difference.kind), fmt::join(difference.paths, " | ")));
  }
  return words;
}

std::vector<std::string> render_findings(const std::vector<Finding>& findings) {
  std::vector<std::string> words;
  for (const Finding& finding : findings) {
    words.push_back(fmt::format("{} {}: {}", name_of(finding.aspect), name_of(finding.kind),
                                fmt::join(finding.paths, " | ")));
  }
  return words;
}

}  // namespace afresh::testing
