// Names of files that are being made, which nobody can have put something at beforehand and no two
// runs share. SPDX-License-Identifier: MIT
#pragma once

#include <fmt/format.h>

#include <random>
#include <string>

namespace afresh::cli {

/// How often another name is tried where one is taken, which never happens by chance.
inline constexpr int kNamesTried = 8;

/// Sixteen letters and digits.
[[nodiscard]] inline std::string unpredictable_name() {
  std::random_device random;
  return fmt::format("{:08x}{:08x}", random(), random());
}

}  // namespace afresh::cli
