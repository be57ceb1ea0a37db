// Puts add-on files on disk under a logical clock: every modification time, of directories too, is
// set by us, so that nothing depends on when or how fast a trial ran. Knows nothing of Python.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>

#include "harness/values/script.hpp"

namespace afresh::agent {

/// Second 0 of the logical clock, as a Unix time well before any real one.
inline constexpr std::int64_t kLogicalEpoch = 1'600'000'000;

class Layout {
 public:
  explicit Layout(std::filesystem::path folder) : folder_(std::move(folder)) {}

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  /// Write and delete; then `stamp(op.second)`. Bytecode folders are made along with a source
  /// folder, so that the first import does not change the folder's time.
  void write(const WriteFilesOp& op);
  void touch(const TouchOp& op);
  /// Give everything that carries a real time the logical time `second`.
  void stamp(std::int64_t second);
  /// Remove everything in the folder.
  void wipe();

 private:
  void set_time(const std::filesystem::path& path, std::int64_t second) const;
  void remove_file(const std::filesystem::path& path) const;

  std::filesystem::path folder_;
};

}  // namespace afresh::agent
