// A folder on disk for one test. SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace afresh::testing {

/// Made empty, removed with all that is in it.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  /// Folders on the way are made. Gives the path.
  std::string write(const std::string& name, std::string_view content) const;
  [[nodiscard]] std::string path(const std::string& name = "") const;

 private:
  std::filesystem::path root_;
};

}  // namespace afresh::testing
