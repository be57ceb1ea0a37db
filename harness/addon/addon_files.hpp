// One version of a person's own add-on: its files, wherever they were read from.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace afresh {

/// What may be read of one version: a request to a worker holds three.
inline constexpr std::size_t kMaxAddonBytes = std::size_t{16} << 20;

struct AddonFiles {
  std::string name;  ///< that Python imports it by
  /// By path as in a case: `name/__init__.py`, `name/data/x.bin`, or `name.py` alone. Exact bytes.
  std::map<std::string, std::string> files;
};

/// Whether a file or folder of this name is nothing of the add-on: bytecode, and what begins with a
/// dot as the folders of version control and editors do.
[[nodiscard]] inline bool is_ignored(std::string_view name) {
  return name.starts_with('.') || name == "__pycache__" || name.ends_with(".pyc");
}

}  // namespace afresh
