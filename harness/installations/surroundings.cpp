// SPDX-License-Identifier: MIT
#include "harness/installations/surroundings.hpp"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "harness/programs/program_output.hpp"

namespace fs = std::filesystem;

namespace afresh {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// An absolute folder; the specification of these variables says to ignore any other.
fs::path folder_in(const char* name) {
  const std::string value = variable(name);
  return value.starts_with('/') ? fs::path(value) : fs::path();
}

fs::path home_folder() {
  if (fs::path folder = folder_in("HOME"); !folder.empty()) return folder;
  const passwd* user = getpwuid(getuid());
  const bool is_known = user != nullptr && user->pw_dir != nullptr && *user->pw_dir == '/';
  return is_known ? fs::path(user->pw_dir) : fs::path();
}

std::vector<fs::path> split_at_colons(std::string_view rest) {
  std::vector<fs::path> parts;
  while (!rest.empty()) {
    const std::string_view part = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    if (!part.empty()) parts.push_back(fs::absolute(part));
  }
  return parts;
}

}  // namespace

Surroundings read_surroundings() {
  const std::string named = variable("AFRESH_HOSTS");
  Surroundings found{.home = home_folder()};
  fs::path data = folder_in("XDG_DATA_HOME");
  if (data.empty() && !found.home.empty()) data = found.home / ".local/share";
  if (!data.empty()) found.hosts_folder = data / "afresh/hosts";
  found.looks_nowhere = named == kNoHosts;
  if (!found.looks_nowhere) found.named = split_at_colons(named);
  found.virtual_environment = folder_in("VIRTUAL_ENV");
  for (std::string& folder : absolute_path_folders())
    found.program_folders.emplace_back(std::move(folder));
  fs::path pyenv = folder_in("PYENV_ROOT");
  if (pyenv.empty() && !found.home.empty()) pyenv = found.home / ".pyenv";
  if (!pyenv.empty()) found.pyenv_versions = pyenv / "versions";
  return found;
}

std::vector<std::string> plain_environment(const Surroundings& surroundings) {
  std::string path = "PATH=";
  for (const fs::path& folder : surroundings.program_folders)
    path += (path.ends_with('=') ? "" : ":") + folder.string();
  return {path, "HOME=" + (surroundings.home.empty() ? "/" : surroundings.home.string()),
          "LC_ALL=C.UTF-8"};
}

}  // namespace afresh
