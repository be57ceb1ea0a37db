// SPDX-License-Identifier: MIT
#include "generators/random_source.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace afresh::generators {
namespace {

// No word is a keyword, a builtin, a standard module, or a name that rendered text uses by itself.
constexpr std::array kModules{"units",  "ops",     "panels", "shapes",  "brushes", "helpers",
                              "layers", "curves",  "nodes",  "filters", "palette", "grid",
                              "rig",    "weights", "tracks", "masks",   "presets", "layout"};
constexpr std::array kConstants{"WIDTH", "DEPTH", "LABELS", "LIMIT",  "STEP",  "ORIGIN",
                                "TITLE", "RATIO", "COLORS", "MARGIN", "SIZES", "KEYS"};
constexpr std::array kFunctions{"scale", "offset", "measure", "blend", "shift", "snap",
                                "count", "mirror", "smooth",  "bake",  "align", "split"};
constexpr std::array kClasses{"Shape", "Brush", "Layer", "Stroke", "Mode", "Anchor",
                              "Joint", "Track", "Item",  "Frame",  "Mark", "Tile"};
constexpr std::array kProperties{"tool", "state", "setup", "option", "choice", "store"};
constexpr std::array kPackages{"demo",     "ui",        "kit_bag",
                               "sketcher", "gridtools", "mesh_workbench_plus"};

}  // namespace

int RandomSource::between(int low, int high) {
  if (high <= low) return low;
  return low + static_cast<int>(index(static_cast<std::size_t>(high - low) + 1));
}

std::size_t RandomSource::index(std::size_t size) {
  return static_cast<std::size_t>(random_.next() % size);
}

std::size_t RandomSource::weighted(std::initializer_list<int> weights) {
  int left = between(1, std::accumulate(weights.begin(), weights.end(), 0));
  std::size_t index = 0;
  for (int weight : weights) {
    left -= weight;
    if (left <= 0) break;
    ++index;
  }
  return index;
}

Names::Names(std::vector<std::string> in_use) : in_use_(std::move(in_use)) {
  std::ranges::sort(in_use_);
}

std::string Names::module(RandomSource& rng) {
  return unused(kModules[rng.index(kModules.size())]);
}
std::string Names::constant(RandomSource& rng) {
  return unused(kConstants[rng.index(kConstants.size())]);
}
std::string Names::function(RandomSource& rng) {
  return unused(kFunctions[rng.index(kFunctions.size())]);
}
std::string Names::a_class(RandomSource& rng) {
  return unused(kClasses[rng.index(kClasses.size())]);
}
std::string Names::host_property(RandomSource& rng, const std::string& package) {
  return unused(package + "_" + kProperties[rng.index(kProperties.size())]);
}

std::string Names::unused(const std::string& word) {
  std::string name = word;
  for (int number = 2; std::ranges::binary_search(in_use_, name); ++number) {
    name = word + "_" + std::to_string(number);
  }
  in_use_.insert(std::ranges::upper_bound(in_use_, name), name);
  return name;
}

std::string package_name(RandomSource& rng) { return kPackages[rng.index(kPackages.size())]; }

}  // namespace afresh::generators
