// Versions as numbers, and which host a version of Blender is.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/values/host_kind.hpp"

namespace afresh {

/// `5.0.1` as its numbers, up to the first thing that is none: `4.2.0-rc1` is 4, 2, 0.
[[nodiscard]] std::vector<int> version_numbers(std::string_view version);

/// `5.0` of `5.0.1`; empty where there are no two numbers.
[[nodiscard]] std::string minor_version(std::string_view version);

/// The real Blender of that version: `blender-5.0` for `5.0.1`. Nothing where afresh knows none.
[[nodiscard]] std::optional<HostKind> host_of_version(std::string_view version);

/// `5.0` of the host `blender-5.0`; empty for one that is no real Blender.
[[nodiscard]] std::string_view version_of_host(HostKind host);

}  // namespace afresh
