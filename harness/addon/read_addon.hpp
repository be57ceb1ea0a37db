// An add-on from disk. Reads only.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "harness/addon/addon_files.hpp"
#include "harness/values/result.hpp"

namespace afresh {

/// Where an add-on lies and what it is called.
struct AddonLocation {
  std::filesystem::path path;  ///< absolute, without a slash at its end
  std::string name;
  bool is_package = false;  ///< a folder with `__init__.py`; else a `.py` file
};

/// The place that a user's words mean. `name` overrides the one that the path gives. An error where
/// there is no add-on or Python cannot import it by that name.
[[nodiscard]] Result<AddonLocation> find_addon(const std::string& path, const std::string& name);

/// All its files, but for those that are passed over and folders behind symbolic links. An error
/// where one cannot be read, or they are more than `kMaxAddonBytes`.
[[nodiscard]] Result<AddonFiles> read_addon(const AddonLocation& place);

/// What `files` and this one together take is too much: the sentence that says so.
[[nodiscard]] Error too_large(const AddonLocation& place);

}  // namespace afresh
