// A virtual environment → the Blender that it has as the package `bpy`, by its files alone: the
// package's metadata says which version it is, and nothing is run.
// https://packaging.python.org/en/latest/specifications/recording-installed-packages
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>

#include "harness/installations/installation.hpp"

namespace afresh {

/// Whether the folder is a virtual environment, working or not.
[[nodiscard]] bool is_virtual_environment(const std::filesystem::path& folder);

/// The module in this environment; nothing where no `bpy` was ever installed there. What is broken
/// has its `problem`.
[[nodiscard]] std::optional<Installation> find_bpy_module(const std::filesystem::path& environment);

}  // namespace afresh
