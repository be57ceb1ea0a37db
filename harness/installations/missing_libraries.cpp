// SPDX-License-Identifier: MIT
#include "harness/installations/missing_libraries.hpp"

#include <algorithm>
#include <array>

namespace afresh {
namespace {

struct SystemLibrary {
  std::string_view name;
  std::string_view package;  ///< of Debian 12 and its like
};
constexpr std::array kSystemLibraries{
    SystemLibrary{"libX11.so.6", "libx11-6"},
    SystemLibrary{"libXrender.so.1", "libxrender1"},
    SystemLibrary{"libXi.so.6", "libxi6"},
    SystemLibrary{"libXfixes.so.3", "libxfixes3"},
    SystemLibrary{"libXxf86vm.so.1", "libxxf86vm1"},
    SystemLibrary{"libxkbcommon.so.0", "libxkbcommon0"},
    SystemLibrary{"libXext.so.6", "libxext6"},
    SystemLibrary{"libSM.so.6", "libsm6"},
    SystemLibrary{"libICE.so.6", "libice6"},
    SystemLibrary{"libXt.so.6", "libxt6"},
    SystemLibrary{"libGL.so.1", "libgl1"},
    SystemLibrary{"libEGL.so.1", "libegl1"},
    SystemLibrary{"libgomp.so.1", "libgomp1"},
    SystemLibrary{"libwayland-client.so.0", "libwayland-client0"}};

/// `libXi.so.6` at the end of what comes before the words, whatever stands before it.
std::string last_name(std::string_view text) {
  constexpr std::string_view kOfNames =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.+-";
  const std::size_t end = text.find_last_not_of(" \t");
  text = text.substr(0, end == std::string_view::npos ? 0 : end + 1);
  const std::size_t before = text.find_last_not_of(kOfNames);
  return std::string(before == std::string_view::npos ? text : text.substr(before + 1));
}

}  // namespace

std::set<std::string> parse_missing_libraries(std::string_view text) {
  std::set<std::string> libraries;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    for (std::string_view words : {": cannot open shared object file", "=> not found"}) {
      const std::size_t at = line.find(words);
      if (at == std::string_view::npos) continue;
      if (std::string name = last_name(line.substr(0, at)); !name.empty()) libraries.insert(name);
    }
  }
  return libraries;
}

std::string libraries_text(const std::set<std::string>& libraries) {
  std::string text;
  for (const std::string& library : libraries) {
    const auto* known = std::ranges::find(kSystemLibraries, library, &SystemLibrary::name);
    text += (text.empty() ? "" : ", ") + library;
    if (known != kSystemLibraries.end()) text += " (Debian: " + std::string(known->package) + ")";
  }
  return text;
}

}  // namespace afresh
