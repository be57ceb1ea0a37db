// A machine as a folder: environments with and without a Blender, programs on its PATH.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "harness/installations/surroundings.hpp"

namespace afresh::testing {

/// Empty at first, removed with all that is in it.
class Machine {
 public:
  Machine();
  ~Machine();
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  [[nodiscard]] std::filesystem::path path(const std::string& name) const { return root_ / name; }
  std::filesystem::path write(const std::string& name, std::string_view content) const;
  /// A file that can be run.
  std::filesystem::path program(const std::string& name, std::string_view content) const;
  /// A virtual environment in which pip installed this version of `bpy`.
  std::filesystem::path environment(const std::string& name, const std::string& version,
                                    const std::string& python = "3.11") const;
  /// What looks for things here alone: `hosts` has what is ours, `bin` is on PATH, `pyenv` has
  /// pyenv's versions.
  [[nodiscard]] Surroundings surroundings() const;

 private:
  std::filesystem::path root_;
};

}  // namespace afresh::testing
