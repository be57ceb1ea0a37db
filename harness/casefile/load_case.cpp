// SPDX-License-Identifier: MIT
#include "harness/casefile/load_case.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <string>
#include <system_error>

#include "harness/casefile/parse_case.hpp"

namespace afresh {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

Error unreadable(const std::filesystem::path& path, int number) {
  return {fmt::format("{}: cannot be read ({}); expected a case file", path.string(),
                      std::generic_category().message(number))};
}

}  // namespace

Result<Case> load_case(const std::filesystem::path& path) {
  // Not an ifstream: it reads a folder as an empty file, and forgets why it could not open one.
  std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (file == nullptr) return unreadable(path, errno);
  std::string text;
  char buffer[1 << 14];
  while (std::size_t count = std::fread(buffer, 1, sizeof buffer, file.get())) {
    text.append(buffer, count);
  }
  if (std::ferror(file.get()) != 0) return unreadable(path, errno);
  return parse_case(text, path.string());
}

}  // namespace afresh
