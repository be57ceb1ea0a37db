// What `afresh hosts add` is asked for: `bpy==5.0.*`. SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/values/result.hpp"

namespace afresh {

/// Versions of the package `bpy` that somebody wants, in the words of PEP 440.
struct Requirement {
  std::vector<int> numbers;  ///< of the version
  bool is_prefix = false;    ///< `.*` follows them: any version that begins so

  [[nodiscard]] bool allows(std::string_view version) const;
};

/// One of the form `bpy==VERSION`; the sentence says what else it was.
[[nodiscard]] Result<Requirement> parse_requirement(std::string_view text);

/// The newest of the versions that it allows.
[[nodiscard]] std::optional<std::string> newest_allowed(const Requirement& requirement,
                                                        const std::vector<std::string>& versions);

}  // namespace afresh
