// What of a user's environment says where Blenders and Pythons may be, as a plain value.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace afresh {

/// The value of AFRESH_HOSTS with which nothing is looked for.
inline constexpr const char* kNoHosts = "none";

struct Surroundings {
  std::filesystem::path hosts_folder;  ///< of `afresh hosts add`; empty: this user has no home
  std::vector<std::filesystem::path> named;            ///< by AFRESH_HOSTS: environments, Blenders
  bool looks_nowhere = false;                          ///< AFRESH_HOSTS is `none`
  std::filesystem::path virtual_environment;           ///< that is active; empty: none
  std::vector<std::filesystem::path> program_folders;  ///< of PATH, absolute ones
  std::filesystem::path pyenv_versions;                ///< of pyenv; empty: not known
  std::filesystem::path home;                          ///< empty: none
};

/// As the variables XDG_DATA_HOME, HOME, AFRESH_HOSTS, VIRTUAL_ENV, PATH and PYENV_ROOT say.
[[nodiscard]] Surroundings read_surroundings();

/// The environment of a program that is only asked who it is: PATH, HOME, a plain locale.
[[nodiscard]] std::vector<std::string> plain_environment(const Surroundings& surroundings);

}  // namespace afresh
