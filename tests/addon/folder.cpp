// SPDX-License-Identifier: MIT
#include "tests/addon/folder.hpp"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace afresh::testing {

Folder::Folder() {
  std::string name = std::filesystem::temp_directory_path() / "afresh.test.XXXXXX";
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for a test");
  root_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(root_, ignored);
}

std::string Folder::write(const std::string& name, std::string_view content) const {
  std::filesystem::path file = root_ / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << content;
  return file;
}

std::string Folder::path(const std::string& name) const {
  return name.empty() ? root_ : root_ / name;
}

}  // namespace afresh::testing
