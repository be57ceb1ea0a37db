// One Blender of this machine, as a plain value: where it is, and whether afresh can run it.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "harness/values/host_kind.hpp"

namespace afresh {

struct Installation {
  enum class Kind : std::uint8_t {
    kModule,      ///< the package `bpy` in a virtual environment
    kApplication  ///< an executable `blender`
  };

  std::optional<HostKind> host;  ///< nothing: this afresh knows no Blender of that version
  std::string version;           ///< `5.0.1`; empty where it could not be found out
  Kind kind = Kind::kModule;
  std::filesystem::path folder;   ///< the virtual environment; of an application its executable
  std::filesystem::path program;  ///< the environment's Python; the executable
  std::vector<std::filesystem::path> packages;  ///< for `sys.path`: the environment's site-packages
  std::string python;                           ///< `3.11`; empty where it is not known
  bool is_ours = false;                         ///< `afresh hosts add` made it
  std::string problem;  ///< why it cannot be used, without a full stop; empty: it can

  [[nodiscard]] bool is_usable() const { return host && problem.empty(); }
};

}  // namespace afresh
