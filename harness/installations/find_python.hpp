// The CPythons of this machine that a Blender's module may need: it goes with one minor version
// alone. SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/installations/surroundings.hpp"

namespace afresh {

/// Those that afresh can work with and knows by name, the newest first.
inline constexpr std::array<std::string_view, 5> kPythonVersions{"3.14", "3.13", "3.12", "3.11",
                                                                 "3.10"};

struct PythonProgram {
  std::filesystem::path program;
  std::string version;  ///< `3.13.0`
};

/// The first `python3.13` on PATH or of pyenv's versions that starts and is a CPython of that
/// version; nothing where there is none.
[[nodiscard]] std::optional<PythonProgram> find_python(std::string_view version,
                                                       const Surroundings& surroundings);

/// One for each version that there is, the newest first.
[[nodiscard]] std::vector<PythonProgram> find_pythons(const Surroundings& surroundings);

}  // namespace afresh
