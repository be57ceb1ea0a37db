// SPDX-License-Identifier: MIT
#include "harness/strategies/shipped.hpp"

#include <algorithm>
#include <vector>

#include "harness/strategies/embedded/controls.hpp"
#include "harness/strategies/embedded/strategies.hpp"

namespace afresh {
namespace {

std::vector<ShippedStrategy> named(std::span<const EmbeddedFile> files) {
  std::vector<ShippedStrategy> all;
  for (const EmbeddedFile& file : files) {
    std::string_view stem = file.path.substr(file.path.find_last_of('/') + 1);
    std::string name(stem.substr(0, stem.find_last_of('.')));
    std::ranges::replace(name, '_', '-');
    all.push_back({.name = std::move(name),
                   .file = "harness/strategies/" + std::string(file.path),
                   .source = file.text,
                   .code = file.code});
  }
  return all;
}

}  // namespace

std::span<const ShippedStrategy> shipped_strategies() {
  static const std::vector<ShippedStrategy> kAll = named(embedded::strategies::files);
  return kAll;
}

std::span<const ShippedStrategy> control_strategies() {
  static const std::vector<ShippedStrategy> kAll = named(embedded::controls::files);
  return kAll;
}

}  // namespace afresh
