// What pip is asked in an environment of ours: to be made, which versions there are, to install
// one. The user's own settings of pip apply. SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/installations/find_python.hpp"
#include "harness/programs/program_output.hpp"
#include "harness/values/result.hpp"

namespace afresh {

/// How others are waited for, and where what they do is shown.
struct Progress {
  int stop = -1;      ///< a descriptor that is readable once it is to end
  int shown_on = -1;  ///< a descriptor
};

/// Said where something ended because `Progress::stop` said so.
inline constexpr std::string_view kStopped = "stopped before it was done; nothing is left of it";

/// Make a virtual environment with pip at this place, which is not there yet.
[[nodiscard]] Result<std::filesystem::path> make_environment(const PythonProgram& python,
                                                             const std::filesystem::path& place,
                                                             const Progress& progress);

/// The versions of `bpy` that a CPython of this minor version could install, as
/// `pip index versions` knows them; none where the index has none.
[[nodiscard]] Result<std::vector<std::string>> list_versions(
    const std::filesystem::path& environment, std::string_view python, const Progress& progress);

/// Install this version with what it needs.
[[nodiscard]] std::optional<Error> install_bpy(const std::filesystem::path& environment,
                                               const std::string& version,
                                               const Progress& progress);

/// Import it once, away from all of the user's own; a library that is missing is named.
[[nodiscard]] std::optional<Error> try_bpy(const std::filesystem::path& environment,
                                           const std::string& version, const Progress& progress);

}  // namespace afresh
